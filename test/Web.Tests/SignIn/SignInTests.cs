using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using MultiLine.Web.Tests.Screens;
using MultiLine.Web.Tests.WebKit;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.SignIn;

[Collection(OneProduct.Name)]
public sealed class SignInTests(RunningProduct product) : PageTests(product)
{
    public static TheoryData<Device, ColorScheme> Looks => Devices.Looks;

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task The_sign_in_page_says_who_signs_in_and_shuts_nobody_out(Device device, ColorScheme theme)
    {
        var window = await OpenAsync(device, theme);

        await window.GoAsync((await Product.IssueLinkAsync(Bank.Nora)).PathAndQuery);

        await Expect(window.Page.GetByText(Bank.Nora.Name)).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("sign-in");
    }

    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task A_link_signs_in_once(Device device)
    {
        var link = (await Product.IssueLinkAsync(Bank.Nora)).PathAndQuery;
        var (first, second) = (await OpenAsync(device), await OpenAsync(device));

        await SignInAsync(new ChromiumScreen(first), new Uri(Product.Address, link));

        second.Watch.Expect("404 (Not Found)");
        await second.GoAsync(link);
        await Expect(second.Page.GetByRole(AriaRole.Heading, new() { Name = "This link no longer works" })).ToBeVisibleAsync();
        await second.HasNoViolationsAsync();
    }

    [ChromiumFact]
    public async Task Signing_in_needs_the_keyboard_only()
    {
        var window = await OpenAsync();
        await window.GoAsync((await Product.IssueLinkAsync(Bank.Nora)).PathAndQuery);

        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Your account" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Who_has_signed_in_is_known_in_the_next_window()
    {
        foreach (var person in new[] { Bank.Nora, Bank.Dan, Bank.Adam, Bank.Carla, Bank.Otto })
        {
            var window = await OpenAsync(person);

            await window.GoAsync("/");

            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
            await Expect(window.Page.GetByText(person.Name)).ToBeVisibleAsync();
        }
    }

    [WebKitFact]
    public async Task A_link_signs_in_in_WebKit_too()
    {
        await using var screen = await WebKitScreen.StartAsync();

        await SignInAsync(screen, await Product.IssueLinkAsync(Bank.Nora));
    }

    private async Task SignInAsync(IScreen screen, Uri link)
    {
        await screen.VisitAsync(link);
        await screen.SeesAsync(Bank.Nora.Name);
        await screen.ClickAsync(AriaRole.Button, "Sign in");
        await screen.SeesAsync(AriaRole.Button, "Your account");
        await screen.VisitAsync(Product.Address);
        await screen.SeesAsync(AriaRole.Heading, "Client advisory");
        await screen.KeepAsync("start");
    }
}
