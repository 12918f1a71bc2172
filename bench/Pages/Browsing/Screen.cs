using Microsoft.Playwright;

namespace MultiLine.Pages.Browsing;

/// <summary>What the pages are looked at on; both with a mouse wheel, so that both scroll alike.</summary>
internal sealed record Screen(string Name, int Width, int Height)
{
    public static readonly IReadOnlyList<Screen> All = [new("desktop", 1280, 800), new("phone", 390, 844)];

    public BrowserNewContextOptions Options(string? signedIn) => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        Locale = "en-GB",
        TimezoneId = "Europe/Berlin",
        StorageState = signedIn,
    };
}
