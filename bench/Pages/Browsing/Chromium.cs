using Microsoft.Playwright;

namespace MultiLine.Pages.Browsing;

internal static class Chromium
{
    public static string? MissingBecause { get; } =
        QuietChromium.IsHere ? null : $"There is no Chromium at {QuietChromium.Program}; on Debian: apt-get install chromium.";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => QuietChromium.LaunchAsync(playwright, QuietChromium.Program);
}
