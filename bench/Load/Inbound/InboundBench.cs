using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Load.Running;

namespace MultiLine.Load.Inbound;

/// <summary>
/// Webhooks with one message each, at a fixed rate whatever the answers take (open loop): how many are acknowledged in a second, how long an
/// acknowledgement takes from the moment at which the request was due, and how long after the last one the archive has everything.
/// </summary>
internal static class InboundBench
{
    public static async Task<int> RunAsync(int rate, int seconds, int conversations)
    {
        using var deployment = await Deployment.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal));
        using var webhooks = new Webhooks(deployment.Product.Address);
        var officer = (await deployment.EverywhereAsync(Bank.Officer))[0];

        // Every conversation has begun before the clock runs: the measure is of talks, not of meeting new contacts.
        var warm = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, conversations),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (index, _) => await webhooks.PostAsync(Webhooks.Texts(Text(index, "warm"))));
        await UntilArchivedAsync(officer);
        Console.WriteLine($"{conversations} conversations begun in {warm.Elapsed.TotalSeconds:0.0} s; {rate} webhooks a second for {seconds} s");

        var latencies = new List<double>(rate * seconds);
        var failed = 0;
        var clock = Stopwatch.StartNew();
        var calls = new List<Task>(rate * seconds);
        for (var index = 0; index < rate * seconds; index++)
        {
            var due = TimeSpan.FromSeconds((double)index / rate);
            if (due - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, TimeProvider.System);
            }

            calls.Add(CallAsync(index % conversations, due));
        }

        await Task.WhenAll(calls);
        var elapsed = clock.Elapsed;
        await UntilArchivedAsync(officer);
        var lag = clock.Elapsed - elapsed;

        latencies.Sort();
        Print("inbound_events_per_s", latencies.Count / elapsed.TotalSeconds, "1/s");
        Print("inbound_p50_ms", At(0.50), "ms");
        Print("inbound_p99_ms", At(0.99), "ms");
        Print("inbound_follower_lag_ms", lag.TotalMilliseconds, "ms");
        Print("inbound_not_acknowledged", failed, "events");
        return failed == 0 ? 0 : 1;

        async Task CallAsync(int conversation, TimeSpan due)
        {
            var acknowledged = await webhooks.PostAsync(Webhooks.Texts(Text(conversation, Guid.NewGuid().ToString("n"))));
            var took = (clock.Elapsed - due).TotalMilliseconds;
            lock (latencies)
            {
                if (acknowledged)
                {
                    latencies.Add(took);
                }
                else
                {
                    failed++;
                }
            }
        }

        double At(double quantile) => latencies[(int)((latencies.Count - 1) * quantile)];
    }

    private static ContactText Text(int contact, string id) => new(
        (12025550000L + contact).ToString(CultureInfo.InvariantCulture),
        $"wamid.{contact}.{id}",
        TimeProvider.System.GetUtcNow(),
        "Please call me back about the statement of last month, there is a position in it that I do not understand.");

    /// <summary>Reading the archive makes it catch up first.</summary>
    private static async Task UntilArchivedAsync(HttpClient officer) => await officer.GetFromJsonAsync<JsonNode>("archive?limit=1");

    private static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.##} {unit}"));
}
