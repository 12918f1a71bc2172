namespace MultiLine.Simulator.Tests.Harness;

internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Looks again until there is something; fails with what was missing.</summary>
    public static async Task<T> Get<T>(Func<Task<T?>> look, string missing)
        where T : class
    {
        var end = TimeProvider.System.GetTimestamp() + (long)(Longest.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            if (await look() is { } found)
                return found;
            if (TimeProvider.System.GetTimestamp() > end)
                throw new TimeoutException($"Within {Longest.TotalSeconds} s there was no {missing}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
