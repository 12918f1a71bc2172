using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>The business profile of a number, from the administrator's page to the contact's phone.</summary>
[Collection(OneProduct.Name)]
public sealed class ProfileTests(RunningProduct product) : PageTests(product)
{
    private const string Address = $"/admin/lines/numbers/{Bank.NumberId}";

    [ChromiumFact]
    public async Task A_profile_with_a_logo_is_seen_on_the_contacts_phone()
    {
        var contact = await Product.NewContactAsync("Maria Keller");
        await Product.WritesAsync(contact, "Good morning!");
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/lines");
        await adam.Page.GetByRole(AriaRole.Link, new() { Name = "Business profile of +49 30 5550100" }).ClickAsync();

        await Field(adam, "About").FillAsync("Advice since 1902");
        await Field(adam, "Description (optional)").FillAsync("We look after what you have saved.");
        await Field(adam, "Website (optional)").FillAsync("example.com");
        await adam.Page.GetByRole(AriaRole.Combobox, new() { Name = "Industry" }).SelectOptionAsync("FINANCE");
        await adam.Button("Save").ClickAsync();
        await Expect(adam.Page.GetByText("Saved. Contacts see it from now on.")).ToBeVisibleAsync();
        await ChooseAsync(adam, TestPicture.Png(640, 640, (15, 118, 110)));
        await Expect(adam.Page.GetByText("Contacts see the new logo from now on.")).ToBeVisibleAsync();
        await IsShownAsync(adam.Page.GetByRole(AriaRole.Img, new() { Name = "Logo of +49 30 5550100" }));
        await Expect(adam.Page.GetByRole(AriaRole.Figure)).ToContainTextAsync("https://example.com");
        await adam.HasNoViolationsAsync();

        var phone = await HoldAsync(contact);
        await IsShownAsync(phone.Page.Locator("#whatsapp .face img"));
        await Expect(phone.Page.GetByText("Advice since 1902")).ToBeVisibleAsync();
        await phone.Page.Locator("#whatsapp .attach").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Business profile" }).ClickAsync();
        await IsShownAsync(phone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img));
        await Expect(phone.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("We look after what you have saved.");
        await phone.HasNoViolationsAsync();
        await phone.KeepAsync("phone.profile");
    }

    [ChromiumFact]
    public async Task A_file_that_is_no_fit_logo_is_refused_with_the_reason()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync(Address);

        await ChooseAsync(adam, TestPicture.Png(640, 480));
        await Expect(adam.Page.GetByText("“logo.png” has 640 × 480 pixels. A logo must be square.")).ToBeVisibleAsync();
        await ChooseAsync(adam, TestPicture.JpegHead(640, 640));
        await Expect(adam.Page.GetByText("“logo.png” is no picture that can be read.")).ToBeVisibleAsync();
        await adam.HasNoViolationsAsync();
    }

    [ChromiumFact]
    public async Task What_was_typed_is_not_lost_by_leaving()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync(Address);
        await Field(adam, "Address (optional)").FillAsync("Pier 1");

        await adam.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Lines and numbers" }).Last.ClickAsync();
        await adam.Button("Keep editing").ClickAsync();

        await Expect(Field(adam, "Address (optional)")).ToHaveValueAsync("Pier 1");
    }

    [ChromiumFact]
    public async Task A_number_that_no_line_has_has_no_profile()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/lines/numbers/999");
        await Expect(adam.Page.GetByText("No line of your organisation has this number.")).ToBeVisibleAsync();
        await adam.HasNoViolationsAsync();
    }

    private static ILocator Field(Window window, string name) => window.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    private static Task ChooseAsync(Window window, byte[] picture) =>
        window.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = picture });

    /// <summary>The picture has come and could be read.</summary>
    private static async Task IsShownAsync(ILocator picture)
    {
        await Expect(picture).ToBeVisibleAsync();
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await picture.EvaluateAsync<int>("picture => picture.naturalWidth") > 0);
    }
}
