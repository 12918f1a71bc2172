namespace MultiLine.Web.Tests.Products;

/// <summary>Waits for what must come, and says what did not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task UntilAsync(string missing, Func<Task<bool>> look)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !await look(); await Task.Delay(Pause, TimeProvider.System))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"After {Patience.TotalSeconds} seconds still missing: {missing}.");
        }
    }
}
