using System.Diagnostics;
using System.Globalization;
using MultiLine.Walkthrough.Expectations;

namespace MultiLine.Walkthrough.Product;

/// <summary>The product's process, which is killed without warning and comes back.</summary>
/// <param name="pidFile">Written by whoever starts the product, at each start.</param>
/// <param name="client">To see whether it is ready.</param>
/// <param name="patience">To wait with.</param>
internal sealed class ProductProcess(string pidFile, ProductClient client, Patience patience)
{
    private static readonly TimeSpan LongestRestart = TimeSpan.FromSeconds(60);

    /// <summary>Returns how long the product was away.</summary>
    public async Task<TimeSpan> KillAsync()
    {
        var killed = ReadPid() ?? throw new DiffersException($"There is no process number in {pidFile}.");
        var from = patience.Now;
        // On Unix this is SIGKILL.
        using (var process = Process.GetProcessById(killed))
            process.Kill();

        await patience.UntilAsync("the product is started again", () => Task.FromResult(ReadPid() is { } pid && pid != killed), LongestRestart);
        await patience.UntilAsync("the product is ready again", client.IsReadyAsync, LongestRestart);
        return patience.Now - from;
    }

    private int? ReadPid() =>
        File.Exists(pidFile) && int.TryParse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture, out var pid) ? pid : null;
}
