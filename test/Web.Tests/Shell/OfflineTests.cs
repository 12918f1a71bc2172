using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Shell;

/// <summary>The pages as an app: opened without a connection, and signed out.</summary>
[Collection(ProductForTalks.Name)]
public sealed class OfflineTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task Without_a_connection_the_shell_opens_and_says_so_and_goes_on_by_itself()
    {
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.Address);
        await window.Page.EvaluateAsync("() => navigator.serviceWorker.ready");
        await window.GoAsync(Inbox.Address);
        await Eventually.UntilAsync("a service worker that has taken over", async () =>
            await window.Page.EvaluateAsync<bool>("() => navigator.serviceWorker.controller !== null"));

        await using (await window.OfflineAsync())
        {
            await window.GoAsync(Inbox.Address);
            await Expect(window.Page.GetByText("You are offline.")).ToBeVisibleAsync();
        }

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Client advisory" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [ChromiumFact]
    public async Task Nothing_of_the_API_is_kept_in_the_browsers_cache()
    {
        var contact = await Product.NewContactAsync("Kai Cache");
        await Product.WritesAsync(contact, "Not to be kept");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Message("Not to be kept")).ToBeVisibleAsync();
        await window.Page.EvaluateAsync("() => navigator.serviceWorker.ready");

        var kept = await window.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
              const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
              return [...requests.map((request) => new URL(request.url).pathname), ...Object.values(localStorage)];
            }
            """);

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, item => item.StartsWith("/api", StringComparison.Ordinal) || item.Contains("Not to be kept", StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task Who_is_signed_out_sees_nothing_more_and_is_let_in_again_with_a_new_link()
    {
        var window = await OpenAsync();
        await window.GoAsync((await Product.IssueLinkAsync(Bank.Nora)).PathAndQuery);
        await window.Button("Sign in").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Client advisory" })).ToBeVisibleAsync();

        await window.Button("Your account").ClickAsync();
        window.Watch.Expect("401");
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "You aren’t signed in" })).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("signed-out");
    }

    [ChromiumFact]
    public async Task An_unknown_line_and_an_unknown_page_say_that_there_is_nothing()
    {
        var window = await OpenAsync(Bank.Nora);

        // The list is asked for beside the lines, not after them.
        window.Watch.Expect("404 (Not Found)");
        await window.GoAsync("/lines/nowhere");

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing here" })).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
    }
}
