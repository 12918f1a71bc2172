using Microsoft.Playwright;

namespace MultiLine.Web.Tests.Chromium;

/// <summary>Debian's Chromium, without a screen: one process for all tests of this assembly, and a context of its own for each window.</summary>
internal static class ChromiumBrowser
{
    /// <summary>How long a page may take to show what it must or to take a click, in milliseconds: slow machines are no failure.</summary>
    public const float Patience = 15_000;

    private static readonly Lazy<Task<IBrowser>> Running = new(LaunchAsync);

    private static readonly string Program = File.Exists(QuietChromium.Shell) ? QuietChromium.Shell : QuietChromium.Program;

    public static string? MissingBecause { get; } = File.Exists(Program) ? null : "Needs Chromium, which ./test.sh installs where it is root on Debian.";

    public static Task<IBrowser> GetAsync() => Running.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        // Whatever a page asks for beyond this machine is not there.
        var browser = await QuietChromium.LaunchAsync(playwright, Program, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

        // Nothing tells when the last test of an assembly has ended; the driver ends with this process and takes the browser with it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return browser;
    }
}
