using System.Collections.Concurrent;
using Microsoft.Playwright;
using MultiLine.Domain.Organizations;
using MultiLine.Web.Tests.Products;

namespace MultiLine.Web.Tests.Chromium;

/// <summary>People who have signed in as people do, with their link and the button behind it.</summary>
internal sealed class SignedIn
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _states = [];

    /// <summary>What the person's browser keeps: the cookie.</summary>
    public Task<string> StateAsync(RunningProduct product, Person person) =>
        _states.GetOrAdd(person.Id, _ => new Lazy<Task<string>>(() => SignInAsync(product, person))).Value;

    private static async Task<string> SignInAsync(RunningProduct product, Person person)
    {
        var window = await Window.OpenAsync(product.Address, Device.Desktop, ColorScheme.Light);
        await window.GoAsync((await product.IssueLinkAsync(person)).PathAndQuery);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Your account" })).ToBeVisibleAsync();
        var state = await window.Context.StorageStateAsync();
        await window.DisposeAsync();
        Assert.Empty(window.Watch.Complaints);
        return state;
    }
}
