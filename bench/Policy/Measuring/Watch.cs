using System.Diagnostics;
using MultiLine.Domain.Content;

namespace MultiLine.Policy.Measuring;

/// <summary>Looks into messages in turn, over and over, for a time.</summary>
/// <param name="time">For how long, after as long a warming up.</param>
internal sealed class Watch(TimeSpan time)
{
    private const int MostRounds = 1 << 16;

    /// <returns>The median of all rounds' microseconds a message, and the hits in all messages.</returns>
    public (double Microseconds, int Hits) Measure(Engine engine, IReadOnlyList<MessageContent> messages)
    {
        Repeat(engine, messages, new(MostRounds));
        List<double> rounds = new(MostRounds);
        var hits = Repeat(engine, messages, rounds);
        rounds.Sort();
        return (rounds[rounds.Count / 2] / messages.Count, hits);
    }

    /// <summary>What looking into the messages allocates, once the code is warm.</summary>
    public static long AllocatedBytes(Engine engine, IReadOnlyList<MessageContent> messages)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var message in messages)
            engine.Look(message);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private int Repeat(Engine engine, IReadOnlyList<MessageContent> messages, List<double> rounds)
    {
        var hits = 0;
        for (var start = Stopwatch.GetTimestamp(); rounds.Count == 0 || Stopwatch.GetElapsedTime(start) < time && rounds.Count < MostRounds;)
        {
            hits = 0;
            var round = Stopwatch.GetTimestamp();
            foreach (var message in messages)
                hits += engine.Look(message);
            rounds.Add(Stopwatch.GetElapsedTime(round).TotalMicroseconds);
        }

        return hits;
    }
}
