namespace MultiLine.Grains.Operations;

/// <summary>The ten seconds in which everything is counted, on the same marks in each silo.</summary>
internal static class Intervals
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>How far back they are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    /// <summary>How many are kept, with the one that goes on.</summary>
    public static readonly int Count = (int)(Kept / Length) + 1;

    public static long NumberOf(DateTimeOffset at) => at.UtcTicks / Length.Ticks;

    public static DateTimeOffset StartOf(long number) => new(number * Length.Ticks, TimeSpan.Zero);

    public static DateTimeOffset StartOf(DateTimeOffset at) => StartOf(NumberOf(at));
}
