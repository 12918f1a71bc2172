using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using MultiLine.Web.Tests.Screens;
using MultiLine.Web.Tests.WebKit;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Phones;

/// <summary>The simulator's pages, on which people hold the contacts' phones.</summary>
[Collection(ProductForTalks.Name)]
public sealed class PhonesPageTests(RunningProduct product) : PageTests(product)
{
    public static TheoryData<Device, ColorScheme> Looks => Devices.Looks;

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task The_list_of_phones_shuts_nobody_out(Device device, ColorScheme theme)
    {
        var contact = await Product.NewContactAsync("Maria Keller");
        var window = await HoldAsync(device, theme);

        await window.GoAsync("/");

        await Expect(window.Page.Locator($"a[href='{contact.PhonePage}']")).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("phones");
    }

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task A_phone_shuts_nobody_out(Device device, ColorScheme theme)
    {
        var contact = await Product.NewContactAsync("Jonas Weidmann");
        await Product.WritesAsync(contact, "Good morning!");
        await Product.SendsAsync(contact, "Good morning, Mr Weidmann.");
        var window = await HoldAsync(contact, device, theme);

        await Expect(window.Page.GetByText("Good morning, Mr Weidmann.")).ToBeVisibleAsync();

        await window.HasNoViolationsAsync();
        await window.KeepAsync("phone");
    }

    [ChromiumFact]
    public async Task What_the_contact_writes_on_the_phone_reaches_the_thread_and_the_answer_the_phone() =>
        await TalkAsync(new ChromiumScreen(await HoldAsync(Device.Phone)));

    [WebKitFact]
    public async Task A_phone_is_held_in_WebKit_too()
    {
        await using var screen = await WebKitScreen.StartAsync();

        await TalkAsync(screen);
    }

    private async Task TalkAsync(IScreen phone)
    {
        var contact = await Product.NewContactAsync("Paula Grün");
        await phone.VisitAsync(new Uri(Product.Simulator, contact.PhonePage));

        await phone.TypeAsync("WhatsApp message", "Are you there?");
        await phone.ClickAsync(AriaRole.Button, "Send by WhatsApp");
        await Product.HasReceivedAsync(contact, "Are you there?");
        await Product.SendsAsync(contact, "Yes, we are.");
        await phone.SeesAsync("Yes, we are.");

        await phone.TypeAsync("WhatsApp message", "Good!");
        await phone.PressAsync("WhatsApp message", "Enter");
        await Product.HasReceivedAsync(contact, "Good!");
        await phone.KeepAsync("phone-talk");
    }
}
