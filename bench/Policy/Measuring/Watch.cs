using System.Diagnostics;

namespace MultiLine.Policy.Measuring;

/// <summary>Looks into texts in turn, over and over, for a time.</summary>
/// <param name="time">For how long, after as long a warming up.</param>
internal sealed class Watch(TimeSpan time)
{
    private const int MostRounds = 1 << 16;

    /// <returns>The median of all rounds' microseconds a text, and the hits in all texts.</returns>
    public (double Microseconds, int Hits) Measure(Engine engine, IReadOnlyList<string> texts)
    {
        Repeat(engine, texts, new(MostRounds));
        List<double> rounds = new(MostRounds);
        var hits = Repeat(engine, texts, rounds);
        rounds.Sort();
        return (rounds[rounds.Count / 2] / texts.Count, hits);
    }

    /// <summary>What looking into the texts allocates, once the code is warm.</summary>
    public static long AllocatedBytes(Engine engine, IReadOnlyList<string> texts)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            engine.Look(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private int Repeat(Engine engine, IReadOnlyList<string> texts, List<double> rounds)
    {
        var hits = 0;
        for (var start = Stopwatch.GetTimestamp(); rounds.Count == 0 || Stopwatch.GetElapsedTime(start) < time && rounds.Count < MostRounds;)
        {
            hits = 0;
            var round = Stopwatch.GetTimestamp();
            foreach (var text in texts)
                hits += engine.Look(text);
            rounds.Add(Stopwatch.GetElapsedTime(round).TotalMicroseconds);
        }

        return hits;
    }
}
