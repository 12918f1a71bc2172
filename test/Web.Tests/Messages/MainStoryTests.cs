using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using MultiLine.Web.Tests.Screens;
using MultiLine.Web.Tests.WebKit;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>The main job from the first message to STOP, both windows at once: Nora's pages, and the contact's phone.</summary>
[Collection(ProductForTalks.Name)]
public sealed class MainStoryTests(RunningProduct product) : PageTests(product)
{
    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task A_talk_begins_with_consent_survives_a_lost_connection_and_ends_with_STOP(Device device)
    {
        var contact = await Product.NewContactAsync($"Paula Grün {device}");
        var (nora, phone) = (await OpenAsync(device), await HoldAsync(contact));
        var screen = new ChromiumScreen(nora);
        await SignInAsync(screen);

        await BeginAsync(screen, contact, phone);
        await nora.KeepAsync("story");
        await phone.KeepAsync("story.phone");
        await using (await nora.OfflineAsync())
        {
            await WriteAsync(screen, contact, "I will, at ten.");
            await screen.SeesAsync("You are offline.");
            await screen.SeesAsync("I will, at ten.");
        }

        await Expect(phone.Page.GetByText("I will, at ten.")).ToBeVisibleAsync();
        await EndAsync(screen, contact, phone);
        Assert.Single(await Product.OnPhoneAsync(contact), "I will, at ten.");
    }

    [WebKitFact]
    public async Task The_same_talk_in_WebKit()
    {
        var contact = await Product.NewContactAsync("Wiebke Kittel");
        var phone = await HoldAsync(contact);
        await using var screen = await WebKitScreen.StartAsync();
        await SignInAsync(screen);

        await BeginAsync(screen, contact, phone);
        await screen.KeepAsync("story");
        await EndAsync(screen, contact, phone);
    }

    private async Task SignInAsync(IScreen screen)
    {
        await screen.VisitAsync(await Product.IssueLinkAsync(Bank.Nora));
        await screen.ClickAsync(AriaRole.Button, "Sign in");
        await screen.SeesAsync(AriaRole.Heading, "Client advisory");
    }

    /// <summary>The first message waits for consent; the contact agrees, gets it, and answers.</summary>
    private async Task BeginAsync(IScreen screen, Contact contact, Window phone)
    {
        await screen.VisitAsync(new Uri(Product.Address, Inbox.AddressOf(contact)));
        await screen.SeesAsync($"{contact.Name} has not been asked yet.");
        await WriteAsync(screen, contact, "Good morning, your statement is ready.");

        await screen.SeesAsync(AriaRole.Heading, $"Ask {contact.Name} for consent?");
        await screen.SeesAsync($"Hello {contact.Name}, Northwind Advisers would like to");
        await screen.ClickAsync(AriaRole.Radio, "Existing client");
        await screen.ClickAsync(AriaRole.Button, "Send request");
        await screen.SeesAsync("Waiting for the answer to your request");

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Yes", Exact = true }).ClickAsync();
        await Expect(phone.Page.GetByText("your statement is ready.")).ToBeVisibleAsync();
        await screen.SeesAsync("Session open:");
        await WriteOnAsync(phone, "Thank you! Call me tomorrow.");
        await screen.SeesAsync("Thank you! Call me tomorrow.");
    }

    /// <summary>The contact says STOP, and nothing more may be sent.</summary>
    private static async Task EndAsync(IScreen screen, Contact contact, Window phone)
    {
        await WriteOnAsync(phone, "STOP");

        await Expect(phone.Page.GetByText("You will not get any more messages")).ToBeVisibleAsync();
        // Within a second of the Yes it counts as declined, later as withdrawn: WhatsApp tells whole seconds.
        await screen.SeesAsync($"Only {contact.Name} can reopen this, by answering YES.");
    }

    private static async Task WriteAsync(IScreen screen, Contact contact, string text)
    {
        await screen.TypeAsync($"Message to {contact.Name}", text);
        await screen.ClickAsync(AriaRole.Button, "Send");
    }

    private static async Task WriteOnAsync(Window phone, string text)
    {
        await phone.Page.GetByRole(AriaRole.Textbox, new() { Name = "WhatsApp message" }).FillAsync(text);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Send by WhatsApp" }).ClickAsync();
    }
}
