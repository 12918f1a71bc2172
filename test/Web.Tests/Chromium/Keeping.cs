namespace MultiLine.Web.Tests.Chromium;

/// <summary>Screenshots, for people to look at after a run.</summary>
internal static class Keeping
{
    /// <summary><c>./test.sh</c> empties it before the tests and names it after them.</summary>
    private static readonly string Folder = Path.Combine(Project.Folder, "artifacts", "screenshots");

    /// <summary>Keeps what the window shows as <c>artifacts/screenshots/PAGE.DEVICE.THEME.png</c>.</summary>
    public static async Task KeepAsync(this Window window, string page) => await window.Page.ScreenshotAsync(new()
    {
        Path = FileOf($"{page}.{window.Look}"), Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled,
    });

    public static string FileOf(string name)
    {
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, $"{name}.png");
    }
}
