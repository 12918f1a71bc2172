using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MultiLine.Hosting.Start;

/// <summary>
/// Runs a server. What it can't start with, and whoever starts it can mend, is told in a line each on the standard error, without a trace.
/// </summary>
public static class ServerStart
{
    private const int NotStarted = 1;

    /// <param name="create">Composes the server.</param>
    /// <returns>The exit code: 0 when it was asked to stop, 1 when it could not start.</returns>
    public static async Task<int> RunAsync(Func<WebApplication> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        try
        {
            await using var app = create();
            // As the host does when it starts, and then logs with its trace.
            app.Services.GetService<IStartupValidator>()?.Validate();
            foreach (var check in app.Services.GetServices<IStartCheck>())
            {
                if (await check.ProblemAsync(CancellationToken.None) is { } problem)
                {
                    return await TellAsync(problem);
                }
            }

            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            return await TellAsync([.. wrong.Failures]);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return await TellAsync([.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(wrong => wrong.Failures)]);
        }
    }

    private static async Task<int> TellAsync(params string[] problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return NotStarted;
    }
}
