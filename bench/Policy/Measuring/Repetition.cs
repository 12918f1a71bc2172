using System.Diagnostics;
using MultiLine.Domain.Content;

namespace MultiLine.Policy.Measuring;

/// <summary>Looks into two messages in turn, many times over: whatever else the machine does falls on both, and the best time of each has the least of it.</summary>
internal static class Repetition
{
    private const int Repetitions = 15;

    /// <summary>For how long a message is looked into before the clock is read again, so that its ticks and the interruptions of a moment count for little.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(3);

    /// <returns>The best microseconds of each.</returns>
    public static (double One, double Other) BestOf(Engine engine, MessageContent one, MessageContent other)
    {
        // The first ones warm up.
        var (ones, others) = (LooksInWindow(engine, one), LooksInWindow(engine, other));
        var (best, bestOfOther) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Repetitions; i++)
        {
            best = Math.Min(best, Time(engine, one, ones));
            bestOfOther = Math.Min(bestOfOther, Time(engine, other, others));
        }

        return (best, bestOfOther);
    }

    private static int LooksInWindow(Engine engine, MessageContent message)
    {
        var looks = 0;
        for (var start = Stopwatch.GetTimestamp(); looks == 0 || Stopwatch.GetElapsedTime(start) < Window; looks++)
            engine.Look(message);
        return looks;
    }

    private static double Time(Engine engine, MessageContent message, int looks)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < looks; i++)
            engine.Look(message);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / looks;
    }
}
