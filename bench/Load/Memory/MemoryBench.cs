using System.Diagnostics;
using System.Globalization;
using MultiLine.Load.Filled;
using MultiLine.Load.Running;

namespace MultiLine.Load.Memory;

/// <summary>What the product has in memory while many conversations are active: each has answered a call in the last minute.</summary>
internal static class MemoryBench
{
    private const int MessagesEach = 20;
    private const int AtOnce = 16;

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(int conversations)
    {
        var directory = await FilledData.FindAsync(new FilledSize(conversations, MessagesEach));
        using var deployment = await Deployment.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal), directory);
        var user = (await deployment.EverywhereAsync(Bank.User))[0];
        var before = deployment.Product.ResidentBytes;
        var first = await AskAllAsync(user, conversations);
        var activated = deployment.Product.ResidentBytes;
        var second = await AskAllAsync(user, conversations);
        var resident = deployment.Product.ResidentBytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{conversations} conversations answered for the first time in {first.TotalSeconds:0} s, and again in {second.TotalSeconds:0} s; {before / 1e6:0} MB before, {activated / 1e6:0} MB between"));
        Figure.Print("resident_mb", resident / 1e6, "MB");
        Figure.Print("resident_bytes_per_conversation", (resident - before) / (double)conversations, "B");
        if (second <= Recent)
        {
            return 0;
        }

        Console.WriteLine("The last minute was not enough to ask all of them.");
        return 1;
    }

    private static async Task<TimeSpan> AskAllAsync(HttpClient user, int conversations)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, conversations),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (talk, cancellation) =>
            {
                using var answer = await user.GetAsync(
                    new Uri($"lines/{Bank.Line}/threads/{FilledData.Contact(talk)}/session", UriKind.Relative), cancellation);
                answer.EnsureSuccessStatusCode();
            });
        return Stopwatch.GetElapsedTime(start);
    }
}
