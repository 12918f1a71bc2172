using Microsoft.Playwright;

namespace MultiLine.Web.Tests.Screens;

/// <summary>
/// The few words that a story is told in, whatever browser it is played in. Controls are found as assistive technology names them. Each
/// word waits until it can be done, and fails with what was missing.
/// </summary>
internal interface IScreen : IAsyncDisposable
{
    Task VisitAsync(Uri address);

    Task ClickAsync(AriaRole role, string name);

    /// <summary>Replaces what is in a field.</summary>
    Task TypeAsync(string field, string text);

    /// <summary>Presses a key in a field, such as <c>Enter</c>.</summary>
    Task PressAsync(string field, string key);

    /// <summary>Waits for a control or a heading.</summary>
    Task SeesAsync(AriaRole role, string name);

    /// <summary>Waits until the page shows such a text.</summary>
    Task SeesAsync(string text);

    /// <summary>Waits until the page no longer shows such a text.</summary>
    Task SeesNoMoreAsync(string text);

    /// <summary>Keeps a screenshot, named after the page and the browser.</summary>
    Task KeepAsync(string page);
}
