using Microsoft.Playwright;
using MultiLine.Pages.Browsing;

namespace MultiLine.Pages.Measuring;

/// <summary>Whether what is read moves when older messages come in above it.</summary>
internal static class Prepending
{
    private const int Pages = 5;

    /// <returns>By how many pixels, at most, a message under the pointer moved while a page came in and nobody scrolled.</returns>
    public static async Task<double> MeasureAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.PointAtAsync(Visitor.Timeline);
        var worst = 0.0;
        for (var round = 0; round < Pages; round++)
        {
            var (asked, released, done) = (Signal(), Signal(), Signal());
            async Task HoldAsync(IRoute route)
            {
                asked.TrySetResult();
                await released.Task;
                await route.ContinueAsync();
                done.TrySetResult();
            }

            await page.RouteAsync("**/messages?*before=*", HoldAsync);
            while (!asked.Task.IsCompleted)
            {
                await page.Mouse.WheelAsync(0, -300);
                await page.WaitForTimeoutAsync(50);
            }

            await visitor.RestAsync();
            await page.EvaluateAsync("() => window.probe.hold()");
            released.TrySetResult();
            await done.Task;
            await visitor.RestAsync();
            worst = Math.Max(worst, await page.EvaluateAsync<double>("() => window.probe.moved"));
            await page.UnrouteAsync("**/messages?*before=*");
        }

        return worst;
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
