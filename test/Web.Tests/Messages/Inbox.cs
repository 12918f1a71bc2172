using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;

namespace MultiLine.Web.Tests.Messages;

/// <summary>The places of the messages screen, as a test names them.</summary>
internal static class Inbox
{
    public const string Address = $"/lines/{Bank.Line}";

    public static string AddressOf(Contact contact) => $"{Address}/threads/{contact.Id}";

    /// <summary>The row of a contact in the list of threads.</summary>
    public static ILocator Row(this Window window, Contact contact) => window.Page.Locator("a[data-row]").Filter(new() { HasText = contact.Name });

    /// <summary>What stands in the open conversation.</summary>
    public static ILocator Timeline(this Window window) => window.Page.Locator("[data-timeline]");

    /// <summary>The message of the open conversation that has this text.</summary>
    public static ILocator Message(this Window window, string text) => window.Timeline().GetByRole(AriaRole.Article).Filter(new() { HasText = text });

    /// <summary>Where one writes to the contact.</summary>
    public static ILocator Field(this Window window, Contact contact) => window.Page.GetByRole(AriaRole.Textbox, new() { Name = $"Message to {contact.Name}" });

    /// <summary>Writes to the contact and sends it.</summary>
    public static async Task SendAsync(this Window window, Contact contact, string text)
    {
        await window.Field(contact).FillAsync(text);
        await window.Button("Send").ClickAsync();
    }

    /// <summary>Chooses the channel on which one writes.</summary>
    public static async Task WriteOnAsync(this Window window, string channel)
    {
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Channel:") }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = channel, Exact = true }).ClickAsync();
    }

    /// <summary>The title of a reply button that is being written.</summary>
    public static ILocator Title(this Window window, int number) => window.Page.GetByRole(AriaRole.Textbox, new() { Name = $"Button {number}", Exact = true });

    /// <summary>The green signs of WhatsApp in it.</summary>
    public static ILocator Green(this ILocator place) => place.Locator("[class*=whatsapp]");

    public static ILocator Button(this Window window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
