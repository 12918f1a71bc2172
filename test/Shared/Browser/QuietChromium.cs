using Microsoft.Playwright;

namespace MultiLine.Tests.Shared;

/// <summary>Debian's Chromium without a screen and without a graphics processor, which does nothing but show pages.</summary>
public static class QuietChromium
{
    public const string Program = "/usr/bin/chromium";

    /// <summary>The same without the window around a page, which nobody sees and which takes as much time as some pages.</summary>
    public const string Shell = "/usr/bin/chromium-headless-shell";

    public static bool IsHere => File.Exists(Program);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string program, params string[] switches) => playwright.Chromium.LaunchAsync(new()
    {
        // Named, so that nothing is looked for elsewhere or downloaded.
        ExecutablePath = program,
        Headless = true,
        Args =
        [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // The bars around the page, which nobody sees, are pages as well and take their time. Then what Playwright turns off: the last list counts.
            "--disable-features=AimEnabled,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup,"
                + "InitialWebUI,PreloadTopChromeWebUI,WebUIReloadButton,WebUIToolbar,"
                + "HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,Translate",
            .. switches,
        ],
    });
}
