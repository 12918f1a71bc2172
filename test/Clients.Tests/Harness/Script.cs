using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MultiLine.Clients.Tests.Harness;

/// <summary>A script of ours, on Node, that does with a client of the Cloud API what it is asked for. <c>./test.sh</c> installs the clients.</summary>
internal static class Script
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static string Folder { get; } = Path.Combine(Project.Folder, "test", "Clients.Tests", "clients");

    public static string? MissingBecause { get; } = Missing();

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

    private static string? Missing()
    {
        var wanted = Version.Parse(((string)Package["engines"]!["node"]!).TrimStart('>', '='));
        if (InstalledNode() is not { } node)
            return $"Needs Node {wanted} or newer, and there is none.";
        if (node < wanted)
            return $"Needs Node {wanted} or newer, and here is {node}.";
        return File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))
            ? null
            : "Needs the clients' packages, which ./test.sh installs where npm can.";
    }

    private static JsonNode Package => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")))!;

    private static Version? InstalledNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            return Version.TryParse(node.StandardOutput.ReadToEnd().Trim().TrimStart('v'), out var version) ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
