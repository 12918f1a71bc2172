using System.Diagnostics;
using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Screens;
using OpenQA.Selenium;
using OpenQA.Selenium.Remote;

namespace MultiLine.Web.Tests.WebKit;

/// <summary>
/// A story in WebKit, the engine of Safari, as Debian has it: WebKitGTK behind its own driver, on a display of its own. Everything begins
/// anew with each screen, so that no cookie outlives it.
/// </summary>
/// <remarks><see href="https://www.w3.org/TR/webdriver2/">WebDriver</see>.</remarks>
internal sealed class WebKitScreen : IScreen
{
    private const string DriverProgram = "/usr/bin/WebKitWebDriver";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Display _display;
    private readonly Process _service;
    private readonly RemoteWebDriver _browser;

    private WebKitScreen(Display display, Process service, RemoteWebDriver browser) => (_display, _service, _browser) = (display, service, browser);

    public static string? MissingBecause { get; } = Browser is null || !File.Exists(DriverProgram) || !File.Exists(Display.Program)
        ? "Needs WebKit with its driver, and Xvfb, which ./test.sh installs where it is root on Debian."
        : null;

    /// <summary>It lies in a folder named after the machine's kind and the version of its interface.</summary>
    private static string? Browser => Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu")
            .SelectMany(folder => Directory.EnumerateDirectories(folder, "webkit2gtk-4.*"))
            .Select(folder => Path.Combine(folder, "MiniBrowser")).Order(StringComparer.Ordinal).LastOrDefault(File.Exists)
        : null;

    public static async Task<WebKitScreen> StartAsync()
    {
        var display = await Display.StartAsync();
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var service = Process.Start(new ProcessStartInfo(DriverProgram, [$"--port={address.Port}", "--host=127.0.0.1"])
        {
            UseShellExecute = false,
            Environment =
            {
                ["DISPLAY"] = display.Name,
                // Of a machine without a graphics card, and of a process that may not make namespaces.
                ["LIBGL_ALWAYS_SOFTWARE"] = "1",
                ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1",
            },
        })!;
        await UntilListensAsync(address);
        return new WebKitScreen(display, service, await Task.Run(() => new RemoteWebDriver(address, new WebKitOptions(Browser!))));
    }

    public Task VisitAsync(Uri address) => Task.Run(() => _browser.Navigate().GoToUrl(address));

    public Task ClickAsync(AriaRole role, string name) => DoAsync(role, name, found => found.Click());

    public Task TypeAsync(string field, string text) => DoAsync(AriaRole.Textbox, field, found =>
    {
        found.Clear();
        found.SendKeys(text);
    });

    public Task PressAsync(string field, string key) => DoAsync(AriaRole.Textbox, field, found => found.SendKeys(KeyOf(key)));

    public Task SeesAsync(AriaRole role, string name) => DoAsync(role, name, _ => { });

    public Task SeesAsync(string text) => UntilAsync($"“{text}”", () => Text.Contains(text, StringComparison.Ordinal));

    public Task SeesNoMoreAsync(string text) => UntilAsync($"a page without “{text}”", () => !Text.Contains(text, StringComparison.Ordinal));

    public Task KeepAsync(string page) =>
        File.WriteAllBytesAsync(Keeping.FileOf($"{page}.webkit"), _browser.GetScreenshot().AsByteArray);

    public async ValueTask DisposeAsync()
    {
        await Task.Run(_browser.Quit);
        _service.Kill(entireProcessTree: true);
        await _service.WaitForExitAsync();
        _service.Dispose();
        _display.Dispose();
    }

    private string Text => _browser.FindElement(By.TagName("body")).Text;

    private Task DoAsync(AriaRole role, string name, Action<IWebElement> act) =>
        UntilAsync($"{role} “{name}”", () =>
        {
            if (Find(Enum.GetName(role)!.ToLowerInvariant(), name) is not { } found)
                return false;
            act(found);
            return true;
        });

    private WebElement? Find(string role, string name) => _browser.FindElements(By.CssSelector(Candidates)).Cast<WebElement>().FirstOrDefault(
        element => element.Displayed && element.ComputedAccessibleRole == role && element.ComputedAccessibleLabel == name);

    private const string Candidates = "a, button, input, select, textarea, summary, h1, h2, h3, img, [role]";

    private static string KeyOf(string name) =>
        (string)(typeof(Keys).GetField(name)?.GetValue(obj: null) ?? throw new ArgumentException($"There is no key {name}.", nameof(name)));

    /// <summary>A page may change under the hand that reaches into it; then once more.</summary>
    private async Task UntilAsync(string missing, Func<bool> attempt)
    {
        WebDriverException? inTheWay = null;
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < Patience; await Task.Delay(Pause, TimeProvider.System))
        {
            try
            {
                if (await Task.Run(attempt))
                    return;
            }
            catch (WebDriverException problem) when (problem is StaleElementReferenceException or NoSuchElementException or ElementNotInteractableException)
            {
                inTheWay = problem;
            }
        }

        throw new TimeoutException($"After {Patience.TotalSeconds} seconds WebKit still missed {missing} at {_browser.Url}.", inTheWay);
    }

    private static async Task UntilListensAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var start = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Pause, TimeProvider.System))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("status", UriKind.Relative));
                return;
            }
            catch (HttpRequestException) when (TimeProvider.System.GetElapsedTime(start) < Patience)
            {
                // Not yet.
            }
        }
    }
}
