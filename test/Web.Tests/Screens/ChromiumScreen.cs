using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;

namespace MultiLine.Web.Tests.Screens;

/// <summary>A story in Chromium. Its window is closed, and what went wrong in it told, by the test that opened it.</summary>
internal sealed class ChromiumScreen(Window window) : IScreen
{
    private IPage Page => window.Page;

    public Task VisitAsync(Uri address) => window.GoAsync(address.PathAndQuery);

    public Task ClickAsync(AriaRole role, string name) => Find(role, name).ClickAsync();

    public Task TypeAsync(string field, string text) => Find(AriaRole.Textbox, field).FillAsync(text);

    public Task PressAsync(string field, string key) => Find(AriaRole.Textbox, field).PressAsync(key);

    public Task SeesAsync(AriaRole role, string name) => Find(role, name).First.WaitForAsync();

    public Task SeesAsync(string text) => Shown(text).WaitForAsync();

    public Task SeesNoMoreAsync(string text) => Assertions.Expect(Shown(text)).ToBeHiddenAsync();

    public Task KeepAsync(string page) => window.KeepAsync(page);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ILocator Find(AriaRole role, string name) => Page.GetByRole(role, new() { Name = name, Exact = true });

    private ILocator Shown(string text) => Page.GetByText(text).Filter(new() { Visible = true }).First;
}
