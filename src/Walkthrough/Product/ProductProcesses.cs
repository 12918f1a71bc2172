using System.Diagnostics;
using System.Globalization;
using MultiLine.Walkthrough.Expectations;

namespace MultiLine.Walkthrough.Product;

/// <summary>The product's processes, which are killed without warning, all at once, and come back.</summary>
/// <param name="pidFiles">Each written by whoever starts the process, at each start.</param>
/// <param name="client">To see whether the product is ready.</param>
/// <param name="patience">To wait with.</param>
internal sealed class ProductProcesses(IReadOnlyList<string> pidFiles, ProductClient client, Patience patience)
{
    private static readonly TimeSpan LongestRestart = TimeSpan.FromSeconds(60);

    /// <summary>Returns how long the product was away.</summary>
    public async Task<TimeSpan> KillAsync()
    {
        var killed = pidFiles.ToDictionary(file => file, file => ReadPid(file) ?? throw new DiffersException($"There is no process number in {file}."));
        var from = patience.Now;
        foreach (var pid in killed.Values)
        {
            // On Unix this is SIGKILL.
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }

        await patience.UntilAsync(
            "the product is started again",
            () => Task.FromResult(killed.All(before => ReadPid(before.Key) is { } pid && pid != before.Value)),
            LongestRestart);
        await patience.UntilAsync("the product is ready again", client.IsReadyAsync, LongestRestart);
        return patience.Now - from;
    }

    private static int? ReadPid(string file) =>
        File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var pid) ? pid : null;
}
