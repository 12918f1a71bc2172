using System.Diagnostics;
using MultiLine.Pages.Browsing;

namespace MultiLine.Pages.Measuring;

/// <summary>Turning the wheel without a pause.</summary>
/// <param name="P95Ms">95th percentile of how long a frame took.</param>
/// <param name="Seen">What else was seen meanwhile.</param>
/// <param name="Pixels">How far it went.</param>
internal sealed record Scrolling(double P95Ms, Probe Seen, double Pixels)
{
    /// <summary>A notch of a mouse wheel, in pixels.</summary>
    private const float Notch = 100;

    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(10);

    /// <summary>Notches come as fast as a wheel that spins freely sends them.</summary>
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(16);

    /// <param name="visitor">Who turns it.</param>
    /// <param name="scroller">Selector of what scrolls; the pointer is over it.</param>
    /// <param name="direction">1 is down, -1 is up.</param>
    public static async Task<Scrolling> MeasureAsync(Visitor visitor, string scroller, int direction)
    {
        await visitor.PointAtAsync(scroller);
        await visitor.RestartAsync();
        var clock = Stopwatch.StartNew();
        var turned = 0;
        for (; clock.Elapsed < s_time; turned++)
        {
            await visitor.Page.Mouse.WheelAsync(0, direction * Notch);
            if ((s_between * turned) - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, TimeProvider.System);
            }
        }

        var seen = await visitor.ReadAsync();
        double[] frames = [.. seen.Frames.Order()];
        return new Scrolling(frames[(int)((frames.Length - 1) * 0.95)], seen, turned * Notch);
    }
}
