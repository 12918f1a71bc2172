using Microsoft.Playwright;
using MultiLine.Pages.Browsing;
using MultiLine.Pages.Measuring;
using MultiLine.Pages.Seeding;

namespace MultiLine.Pages;

/// <summary>A long inbox and a long thread in a browser, on a large and on a small screen; each figure is the worst of all there is of it.</summary>
internal static class PagesBench
{
    public static async Task<int> RunAsync(Size size, bool fresh)
    {
        var directory = Directory.CreateTempSubdirectory("multiline-pages-").FullName;
        try
        {
            var contact = await Dataset.LayAsync(directory, size, fresh);
            using var deployment = await Deployment.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal), directory);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.LaunchAsync(playwright);
            var server = deployment.Product.Address;
            var signedIn = await Visitor.SignInAsync(browser, server, await deployment.IssueLinkAsync(Bank.User));
            await WarmUpAsync(browser, server, signedIn, contact);

            var worst = new Worst();
            foreach (var screen in Screen.All)
            {
                await new Look(() => Visitor.OpenAsync(browser, server, screen, signedIn), screen, contact, worst).RunAsync();
            }

            worst.Print();
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>The product has been asked for everything once: its first answers after a start are no measure of the pages.</summary>
    private static async Task WarmUpAsync(IBrowser browser, Uri server, string signedIn, string contact)
    {
        await using var visitor = await Visitor.OpenAsync(browser, server, Screen.All[0], signedIn);
        await visitor.VisitAsync(Look.Inbox, Visitor.Row);
        await visitor.VisitAsync(Look.Thread(contact), Visitor.Message);
        await visitor.RestAsync();
    }
}
