using System.Diagnostics;

namespace MultiLine.Api.Tests.Support;

/// <summary>Waits for what must come, and says what did not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<T> Get<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Pause, TimeProvider.System))
        {
            if (await look() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException($"After {Patience.TotalSeconds} seconds there was still not: {what}.");
    }
}
