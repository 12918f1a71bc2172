using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;

namespace MultiLine.Web.Tests.Watching;

/// <summary>That what goes wrong in a window fails its test.</summary>
[Collection(OneProduct.Name)]
public sealed class WatchTests(RunningProduct product)
{
    [ChromiumTheory]
    [InlineData("console.error('Something is wrong')", "console: Something is wrong")]
    [InlineData("new Promise(done => setTimeout(() => { done(); throw new Error('Nobody catches this'); }))", "exception: Error: Nobody catches this")]
    [InlineData("fetch('/nowhere').catch(() => {})", "404 (Not Found)")]
    [InlineData("fetch('http://127.0.0.1:1/').catch(() => {})", "request to another server: http://127.0.0.1:1/")]
    [InlineData("fetch('https://elsewhere.example/').catch(() => {})", "request to another server: https://elsewhere.example/")]
    public async Task What_goes_wrong_in_a_page_fails_its_test_unless_the_test_expects_it(string script, string complaint)
    {
        var (careless, expecting) = (new Visit(product, script), new Visit(product, script, complaint, "net::ERR", "Refused to connect"));

        Assert.Contains(complaint, await careless.EndingAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(complaint, await expecting.EndingAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task What_a_test_expects_in_vain_fails_it() =>
        Assert.Contains("expected and not seen: 409", await new Visit(product, "1", "409").EndingAsync(), StringComparison.Ordinal);

    [ChromiumFact]
    public async Task A_page_in_which_nothing_goes_wrong_fails_no_test() => Assert.Empty(await new Visit(product, "console.log('Fine')").EndingAsync());

    /// <summary>A test in which a page runs a script.</summary>
    private sealed class Visit(RunningProduct product, string script, params string[] expected) : PageTests(product)
    {
        /// <summary>What the test fails with at its end; nothing if it passes.</summary>
        public async Task<string> EndingAsync()
        {
            var window = await HoldAsync(Device.Desktop);
            Array.ForEach(expected, window.Watch.Expect);
            await window.GoAsync("/control/health");
            await window.Page.EvaluateAsync($"async () => {{ await {script}; }}");
            return (await Record.ExceptionAsync(DisposeAsync))?.Message ?? "";
        }
    }
}
