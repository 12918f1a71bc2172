namespace MultiLine.Domain.Operations;

/// <summary>
/// Steps into which durations are sorted, from a millisecond to an hour, two for each doubling: what is read from them is right to a few
/// tens of per cent, and a distribution is a handful of numbers, however much happens.
/// </summary>
public static class DurationScale
{
    /// <summary>How many there are. The first holds everything up to a millisecond, the last everything above 70 minutes.</summary>
    public const int Steps = LastBound + 2;

    /// <summary>2^22 milliseconds.</summary>
    private const int LastBound = 2 * 22;

    public static int StepOf(TimeSpan duration) =>
        duration.TotalMilliseconds <= 1 ? 0 : Math.Min(Steps - 1, (int)Math.Ceiling(2 * Math.Log2(duration.TotalMilliseconds)));

    /// <summary>Between which durations a step lies. The last ends where it begins: nobody knows how much longer it took.</summary>
    public static (TimeSpan Above, TimeSpan UpTo) Bounds(int step) =>
        (step == 0 ? TimeSpan.Zero : Bound(step - 1), Bound(Math.Min(step, LastBound)));

    private static TimeSpan Bound(int step) => TimeSpan.FromMilliseconds(Math.Pow(2, step / 2.0));
}
