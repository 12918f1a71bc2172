using System.Diagnostics;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Starting;

/// <summary>The program that has the storage, as a process of its own. The file named after the actor host says which that is.</summary>
internal static partial class StorageProgram
{
    private const string Listening = "Now listening on";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts it, and ends it as soon as it has started.</summary>
    /// <param name="folder">Its data directory.</param>
    /// <param name="shell">Commands of a shell before it, in which the data directory is <c>$0</c>; null for none.</param>
    /// <param name="settings">More of its command line.</param>
    public static async Task<Outcome> StartAsync(string folder, string? shell = null, params string[] settings)
    {
        string[] program =
        [
            "dotnet", Assembly, "--urls=http://127.0.0.1:0", $"--Storage:DataDirectory={folder}", "--WhatsApp:AccessToken=simulator-access-token",
            $"--WhatsApp:AppSecrets:0={Product.AppSecret}", $"--WhatsApp:VerifyToken={Product.VerifyToken}", .. MoreSettings, .. settings,
        ];
        var start = shell is null
            ? new ProcessStartInfo(program[0], program[1..])
            : new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", $"{shell} && exec \"$@\"", folder, .. program]);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            List<string> output = [];
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                output.Add(line);
                if (line.Contains(Listening, StringComparison.Ordinal))
                    process.Kill();
            }

            await process.WaitForExitAsync(patience.Token);
            var hasStarted = output.Exists(line => line.Contains(Listening, StringComparison.Ordinal));
            return new Outcome(hasStarted, process.ExitCode, string.Join('\n', output), await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <param name="HasStarted">It listened, and was then killed.</param>
    /// <param name="ExitCode">Where it ended by itself.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Errors">Standard error.</param>
    public sealed record Outcome(bool HasStarted, int ExitCode, string Output, string Errors);
}
