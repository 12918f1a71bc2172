using System.Diagnostics;
using System.Globalization;
using MultiLine.Load.Filled;
using MultiLine.Load.Running;

namespace MultiLine.Load.Activation;

/// <summary>
/// How long the first answer of a conversation takes that nobody has asked for anything since the start: long ones, whose last snapshot is as far behind
/// as it can be, and of whose database the kernel has no page in memory.
/// </summary>
internal static class ActivationBench
{
    /// <summary>Short talks that are asked first after each start, so that the code has run before the clock does.</summary>
    private const int WarmingUp = 300;

    public static async Task<int> RunAsync(int conversations, int events, int rounds)
    {
        var directory = await FilledData.FindAsync(new FilledSize(WarmingUp, Messages: 20) { LongTalks = conversations, Events = events });
        List<double> cold = [];
        List<double> warm = [];
        for (var round = 0; round < rounds; round++)
        {
            using var deployment = await Deployment.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal), directory);
            var user = (await deployment.EverywhereAsync(Bank.User))[0];
            for (var talk = 0; talk < WarmingUp; talk++)
            {
                await AskAsync(user, talk);
            }

            for (var talk = WarmingUp; talk < WarmingUp + conversations; talk++)
            {
                PageCache.Forget(Deployment.Storage(directory));
                cold.Add(await AskAsync(user, talk));
                warm.Add(await AskAsync(user, talk));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{cold.Count} first answers, of {conversations} conversations of {events} events; the slowest took {cold.Max():0.#} ms"));
        Figure.Print("activation_p50_ms", cold.At(0.50), "ms");
        Figure.Print("activation_p99_ms", cold.At(0.99), "ms");
        Figure.Print("activation_second_answer_p50_ms", warm.At(0.50), "ms");
        return 0;
    }

    /// <summary>Consent, session, and what may be sent: what a conversation knows by its log.</summary>
    private static async Task<double> AskAsync(HttpClient user, int talk)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await user.GetAsync(new Uri($"lines/{Bank.Line}/threads/{FilledData.Contact(talk)}/session", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
