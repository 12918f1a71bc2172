using System.Text.Json;
using Microsoft.Playwright;

namespace MultiLine.Pages.Browsing;

/// <summary>Somebody signed in at one screen, in a browser that has seen nothing before.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    public const string Row = "a[data-row]";
    public const string Message = "[data-message]";

    /// <summary>What scrolls the rows.</summary>
    public const string List = "nav:has(a[data-row])";

    /// <summary>What scrolls the messages.</summary>
    public const string Timeline = "[data-timeline]";

    private static readonly TimeSpan s_longestLoading = TimeSpan.FromSeconds(60);

    private static readonly string s_probe = ReadProbe();

    private readonly IBrowserContext _context;
    private readonly Uri _server;

    private int _pages;

    private Visitor(IBrowserContext context, IPage page, Uri server)
    {
        (_context, Page, _server) = (context, page, server);
        page.Response += (_, answer) => _pages += answer.Url.Contains("?limit=", StringComparison.Ordinal) ? 1 : 0;
    }

    public IPage Page { get; }

    /// <returns>What the browser keeps of a person who has signed in: the cookie.</returns>
    public static async Task<string> SignInAsync(IBrowser browser, Uri server, string token)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(server, $"sign-in?token={token}").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return await context.StorageStateAsync();
    }

    public static async Task<Visitor> OpenAsync(IBrowser browser, Uri server, Screen screen, string signedIn)
    {
        var context = await browser.NewContextAsync(screen.Options(signedIn));
        await context.AddInitScriptAsync(s_probe);
        return new Visitor(context, await context.NewPageAsync(), server);
    }

    /// <summary>Goes there.</summary>
    /// <returns>When the first of these had been painted, in milliseconds since the navigation began.</returns>
    public async Task<double> VisitAsync(string path, string selector)
    {
        await Page.GotoAsync(new Uri(_server, path).ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await Page.WaitForFunctionAsync("selector => window.probe?.seen[selector] > 0", selector);
        return await Page.EvaluateAsync<double>("selector => window.probe.seen[selector]", selector);
    }

    /// <summary>Returns when the service worker has what it keeps.</summary>
    public Task WorkerAsync() => Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => {})");

    /// <summary>Lets what is still on its way come.</summary>
    public Task RestAsync() => Page.WaitForTimeoutAsync(1000);

    /// <summary>Lays the pointer in the middle of something.</summary>
    public async Task PointAtAsync(string selector)
    {
        var box = await Page.Locator(selector).First.BoundingBoxAsync() ?? throw new InvalidOperationException($"{selector} is not to be seen.");
        await Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Goes to the end of what is loaded until there is nothing more to load, or for as long as it may take.</summary>
    /// <returns>How many pages of a list have come since the visit began.</returns>
    public async Task<int> LoadAllAsync(string scroller, int direction)
    {
        await Page.EvaluateAsync(
            "([selector, direction, milliseconds]) => window.probe.loadAll(selector, direction, milliseconds)",
            new object[] { scroller, direction, s_longestLoading.TotalMilliseconds });
        return _pages;
    }

    /// <summary>Bytes of the page's scripts, after tidying up.</summary>
    public async Task<double> HeapAsync()
    {
        var session = await _context.NewCDPSessionAsync(Page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        return await Page.EvaluateAsync<double>("() => performance.memory.usedJSHeapSize");
    }

    public Task RestartAsync() => Page.EvaluateAsync("() => window.probe.restart()");

    public async Task<Probe> ReadAsync()
    {
        // The last entries come to their observers a moment late.
        await Page.WaitForTimeoutAsync(200);
        var text = await Page.EvaluateAsync<string>("() => JSON.stringify(window.probe)");
        return JsonSerializer.Deserialize<Probe>(text, JsonSerializerOptions.Web)!;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static string ReadProbe()
    {
        using var reader = new StreamReader(typeof(Visitor).Assembly.GetManifestResourceStream("probe.js")!);
        return reader.ReadToEnd();
    }
}
