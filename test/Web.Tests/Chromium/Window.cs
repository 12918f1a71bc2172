using Microsoft.Playwright;
using MultiLine.Web.Tests.Watching;

namespace MultiLine.Web.Tests.Chromium;

/// <summary>A page before somebody's eyes, in a browser that shares nothing with other windows, and watched by a <see cref="Watch"/>.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly Uri _home;
    private readonly Wire _wire;

    private Window(IBrowserContext context, IPage page, Watch watch, Uri home, Wire wire, string look) =>
        (Context, Page, Watch, _home, _wire, Look) = (context, page, watch, home, wire, look);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What goes wrong in this window.</summary>
    public Watch Watch { get; }

    /// <summary>Device and theme: <c>phone.dark</c>.</summary>
    public string Look { get; }

    /// <param name="home">The only server that pages in this window may talk to.</param>
    /// <param name="device">What it is looked at on.</param>
    /// <param name="theme">By day or by night.</param>
    /// <param name="storageState">Of somebody who has signed in before.</param>
    public static async Task<Window> OpenAsync(Uri home, Device device, ColorScheme theme, string? storageState = null)
    {
        var options = device.Options(theme);
        options.StorageState = storageState;
        var wire = new Wire(home);
        options.Proxy = new() { Server = wire.Proxy };
        var context = await (await ChromiumBrowser.GetAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(ChromiumBrowser.Patience);
        var watch = new Watch(context, home);
        return new Window(context, await context.NewPageAsync(), watch, home, wire, $"{device}.{theme}".ToLowerInvariant());
    }

    /// <param name="path">Below the server's address, or an address of the server.</param>
    public Task GoAsync(string path) => Page.GotoAsync(new Uri(_home, path).ToString());

    /// <summary>Takes the network away from this window, until what is returned is disposed of. The server doesn't notice.</summary>
    public async Task<IAsyncDisposable> OfflineAsync()
    {
        Watch.ConnectionMayBreak();
        await Context.SetOfflineAsync(true);
        _wire.Cut();
        return new Offline(Context, _wire);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.CloseAsync();
        await _wire.DisposeAsync();
    }

    private sealed class Offline(IBrowserContext context, Wire wire) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            wire.Mend();
            await context.SetOfflineAsync(false);
        }
    }
}
