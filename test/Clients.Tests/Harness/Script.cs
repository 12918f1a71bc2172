using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MultiLine.Clients.Tests.Harness;

/// <summary>A script of ours, on Node, that does with a client of the Cloud API what it is asked for. <c>./test.sh</c> installs the clients.</summary>
internal static class Script
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static string Folder { get; } = Path.Combine(Project.Folder, "test", "Clients.Tests", "clients");

    public static string? MissingBecause { get; } =
        File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")) && Installed("node")
            ? null
            : "Needs Node and the clients' packages, which ./test.sh installs where npm can.";

    /// <summary>Does one thing and answers with what the script printed.</summary>
    public static async Task<JsonNode> RunAsync(string client, string ability, JsonNode input)
    {
        using var script = Start(client, ability, input);
        using var timeout = new CancellationTokenSource(Longest, TimeProvider.System);
        try
        {
            var (printed, complained) = (script.StandardOutput.ReadToEndAsync(timeout.Token), script.StandardError.ReadToEndAsync(timeout.Token));
            await script.WaitForExitAsync(timeout.Token);
            Assert.True(script.ExitCode == 0, $"{client} failed at {ability}: {await complained}");
            return JsonNode.Parse(await printed)!;
        }
        finally
        {
            if (!script.HasExited)
                script.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(string client, string ability, JsonNode input) =>
        Process.Start(
            new ProcessStartInfo("node", [$"{client}.mjs", ability, input.ToJsonString()])
            {
                WorkingDirectory = Folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static bool Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
