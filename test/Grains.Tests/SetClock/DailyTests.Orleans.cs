namespace MultiLine.Grains.Tests.SetClock;

public sealed partial class DailyTests
{
    /// <summary>Forward only: where the clock is set back under it, Orleans may keep reminders waiting until the silo is started again.</summary>
    public static TheoryData<double> Days => [1];
}
