using MultiLine.Domain.Organizations;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Connection;

/// <summary>Windows that lose the product and find it again.</summary>
[Collection(ProductThatStops.Name)]
public sealed class ConnectionTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task A_window_without_network_reaches_nobody_and_others_still_do()
    {
        var (here, elsewhere) = (await OpenEmptyAsync(Bank.Nora), await OpenEmptyAsync(Bank.Dan));

        await using (await here.OfflineAsync())
        {
            Assert.False(await IsKnownAsync(here));
            Assert.True(await IsKnownAsync(elsewhere));
        }

        Assert.True(await IsKnownAsync(here));
    }

    [ChromiumFact]
    public async Task A_product_that_was_stopped_is_back_at_its_address_with_everybody_still_signed_in()
    {
        var window = await OpenEmptyAsync(Bank.Nora);

        await using (await StopProductAsync())
        {
            Assert.False(await IsKnownAsync(window));
        }

        Assert.True(await IsKnownAsync(window));
    }

    [ChromiumTheory, InlineData(false), InlineData(true)]
    public async Task A_live_stream_breaks_with_the_connection_and_goes_on_after_it(bool serverStops)
    {
        var window = await OpenEmptyAsync(Bank.Nora);
        await window.Page.EvaluateAsync(
            $"""
            const stream = new EventSource('/api/v1/lines/{Bank.Line}/events');
            stream.onopen = () => document.title = 'Open';
            stream.onerror = () => document.title = 'Broken';
            """);
        await Expect(window.Page).ToHaveTitleAsync("Open");

        await using (serverStops ? await StopProductAsync() : await window.OfflineAsync())
        {
            await Expect(window.Page).ToHaveTitleAsync("Broken");
        }

        await Expect(window.Page).ToHaveTitleAsync("Open", new() { Timeout = 15_000 });
    }

    /// <summary>A page of the product's that does nothing by itself and forbids nothing.</summary>
    private async Task<Window> OpenEmptyAsync(Person person)
    {
        var window = await OpenAsync(person);
        await window.Context.RouteAsync("**/empty", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Empty</title>" }));
        await window.GoAsync("/empty");
        return window;
    }

    private static Task<bool> IsKnownAsync(Window window) =>
        window.Page.EvaluateAsync<bool>("() => fetch('/api/v1/me').then(answer => answer.ok, () => false)");
}
