using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MultiLine.Domain.Policy;
using MultiLine.Load.Inbound.Limits;
using MultiLine.Load.Running;
using MultiLine.Policy.Corpus;

namespace MultiLine.Load.Inbound;

/// <summary>
/// Webhooks with one message each, at a fixed rate whatever the answers take (open loop), with a policy in force: how many are acknowledged in a
/// second, how long an acknowledgement takes from the moment at which the request was due, and how long after the last one the inbox and the archive have
/// everything. Then what bare Kestrel and raw SQLite do with the same.
/// </summary>
internal static class InboundBench
{
    private const string Text = "Please call me back about the statement of last month, there is a position in it that I do not understand.";

    public static async Task<int> RunAsync(int rate, int seconds, int conversations)
    {
        using var deployment = await Deployment.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal));
        await PutPolicyInForceAsync((await deployment.EverywhereAsync(Bank.Administrator))[0]);
        var following = new Following((await deployment.EverywhereAsync(Bank.User))[0], (await deployment.EverywhereAsync(Bank.Officer))[0]);
        var loop = new OpenLoop(deployment.Product.Address, new SignedRequests(deployment.Product.Address, conversations, Text));

        // Every conversation has begun before the clock runs: the measure is of talks, not of meeting new contacts.
        var begun = await loop.RunAsync(0, conversations, BareKestrel.AsFastAsItGoes);
        await following.UntilAllAsync(begun.Taken);
        Console.WriteLine($"{conversations} conversations begun, {begun.PerSecond:0} a second; {rate} webhooks a second for {seconds} s");

        var idle = deployment.Product.ProcessorTime;
        var result = await loop.RunAsync(conversations, rate * seconds, rate);
        var acknowledged = deployment.Product.ProcessorTime;
        var clock = Stopwatch.StartNew();
        var applied = await following.UntilAllAsync(begun.Taken + result.Taken);
        var lag = clock.Elapsed;
        var followed = deployment.Product.ProcessorTime;
        var (events, archived) = await following.ReconcileAsync();
        var stored = deployment.StoredBytes;
        deployment.Dispose();

        var kestrel = await BareKestrel.MeasureAsync(conversations, Text);
        var sqlite = RawSqlite.Measure((int)(stored / (begun.Taken + result.Taken)));
        var lost = begun.Taken + result.Taken - applied;
        Print("inbound_events_per_s", result.PerSecond, "1/s");
        Print("inbound_p50_ms", result.At(0.50), "ms");
        Print("inbound_p99_ms", result.At(0.99), "ms");
        Print("inbound_follower_lag_ms", lag.TotalMilliseconds, "ms");
        Print("inbound_not_acknowledged", result.Latencies.Length - result.Taken, "events");
        Print("inbound_not_applied", lost, "events");
        Print("inbound_not_archived", events - archived, "events");
        Print("inbound_cpu_until_acknowledged", (acknowledged - idle).TotalMicroseconds / result.Taken, "us/event");
        Print("inbound_cpu_until_followed", (followed - idle).TotalMicroseconds / result.Taken, "us/event");
        Print("inbound_to_bare_kestrel", result.PerSecond / kestrel, "ratio");
        Print("inbound_to_raw_sqlite", result.PerSecond / sqlite, "ratio");
        return result.Taken == result.Latencies.Length && lost == 0 && events == archived ? 0 : 1;
    }

    private static async Task PutPolicyInForceAsync(HttpClient administrator)
    {
        var policy = JsonNode.Parse(PolicyFormat.Write(FirmPolicy.Policy));
        var answer = await administrator.PutAsJsonAsync("policy", new JsonObject { ["version"] = null, ["policy"] = policy }, JsonSerializerOptions.Web);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The policy was refused: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.##} {unit}"));
}
