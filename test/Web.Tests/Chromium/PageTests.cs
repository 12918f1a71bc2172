using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using MultiLine.Domain.Organizations;
using MultiLine.Web.Tests.Products;

namespace MultiLine.Web.Tests.Chromium;

/// <summary>Tests in the browser. At the end of each its windows are closed, and it fails if something went wrong in one that it did not expect.</summary>
public abstract class PageTests(RunningProduct product) : IAsyncLifetime
{
    /// <summary>What each person's browser keeps after signing in, by product.</summary>
    private static readonly ConditionalWeakTable<RunningProduct, SignedIn> Kept = [];

    private readonly List<Window> _windows = [];

    internal RunningProduct Product => product;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }

        var complaints = _windows.SelectMany(window => window.Watch.Complaints).ToList();
        Assert.True(complaints.Count == 0, $"Went wrong in the browser:\n{string.Join('\n', complaints)}");
    }

    /// <summary>A window of somebody who hasn't signed in.</summary>
    internal Task<Window> OpenAsync(Device device = Device.Desktop, ColorScheme theme = ColorScheme.Light) =>
        Add(Window.OpenAsync(Product.Address, device, theme));

    /// <summary>A window of somebody who has signed in with a link, once for all tests with this product.</summary>
    internal async Task<Window> OpenAsync(Person person, Device device = Device.Desktop, ColorScheme theme = ColorScheme.Light) =>
        await Add(Window.OpenAsync(Product.Address, device, theme, await Kept.GetOrCreateValue(Product).StateAsync(Product, person)));

    /// <summary>A contact's phone, held in the hand: its page in the simulator.</summary>
    internal async Task<Window> HoldAsync(Contact contact, Device device = Device.Phone, ColorScheme theme = ColorScheme.Light)
    {
        var window = await HoldAsync(device, theme);
        await window.GoAsync(contact.PhonePage);
        return window;
    }

    /// <summary>A window on the simulator.</summary>
    internal Task<Window> HoldAsync(Device device, ColorScheme theme = ColorScheme.Light) => Add(Window.OpenAsync(Product.Simulator, device, theme));

    /// <summary>Stops the product, until what is returned is disposed of; requests may fail in all windows.</summary>
    internal async Task<IAsyncDisposable> StopProductAsync()
    {
        _windows.ForEach(window => window.Watch.ConnectionMayBreak());
        await Product.StopAsync();
        return new Stopped(Product);
    }

    private async Task<Window> Add(Task<Window> opening)
    {
        var window = await opening;
        _windows.Add(window);
        return window;
    }

    private sealed class Stopped(RunningProduct product) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await product.StartAsync();
    }
}
