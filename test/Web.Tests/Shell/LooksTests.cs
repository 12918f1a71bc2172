using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Shell;

/// <summary>Each page on each device: nothing shuts anybody out, and a screenshot is kept for people to look at.</summary>
[Collection(ShownProduct.Name)]
public sealed class LooksTests(RunningProduct product) : PageTests(product)
{
    public static TheoryData<Device, ColorScheme> Looks => Devices.Looks;

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task Messages_shut_nobody_out(Device device, ColorScheme theme)
    {
        var contact = await Product.NewContactAsync("Maria Keller");
        await Product.WritesAsync(contact, "Good morning! Has the transfer arrived? I sent it on Friday.");
        await Product.SendsAsync(contact, "Good morning, Ms Keller. Yes, it is in your account since nine o’clock.");
        await Product.WritesAsync(contact, "Wonderful, thank you!");
        var window = await OpenAsync(Bank.Nora, device, theme);
        await window.GoAsync(Inbox.Address);
        await Expect(window.Row(contact).First).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("inbox");

        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Message("Wonderful, thank you!")).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("conversation");

        await window.Field(contact).FillAsync("Shall I send you https://northwind.example/statements again?");
        await Expect(window.Page.GetByRole(AriaRole.Switch)).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("composer.link");
        await window.Button("Add a reply button").ClickAsync();
        await window.Title(1).FillAsync("Yes, please");
        await window.Button("Add a reply button").ClickAsync();
        await Expect(window.Title(2)).ToBeFocusedAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("composer.buttons");
    }

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task What_we_see_shuts_nobody_out(Device device, ColorScheme theme)
    {
        var window = await OpenAsync(Bank.Nora, device, theme);
        await window.GoAsync("/privacy");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "What we see and don’t see" })).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("privacy");
    }

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task Administration_shuts_nobody_out(Device device, ColorScheme theme)
    {
        await PresentAsync();
        var window = await OpenAsync(Bank.Adam, device, theme);
        await LookAtAsync(window, "/admin", "Northwind Advisers", "admin");
        await LookAtAsync(window, "/admin/people", "Dan Okafor", "admin.people");
        await LookAtAsync(window, "/admin/lines", "Client advisory", "admin.lines");
        await LookAtAsync(window, $"/admin/lines/numbers/{Bank.NumberId}", "As the contact sees it", "admin.profile");
        await LookAtAsync(window, "/admin/templates", "appointment_reminder", "admin.templates");
        await LookAtAsync(window, "/admin/opt-in", "STOP", "admin.opt-in");
        await LookAtAsync(window, "/admin/policy", "Word lists", "admin.policy");
        await LookAtAsync(window, "/admin/recording", "Whole organisation", "admin.recording");
        await LookAtAsync(window, "/notices", "No notices", "notices.none");
    }

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task Compliance_shuts_nobody_out(Device device, ColorScheme theme)
    {
        var carla = await Product.ApiOfAsync(Bank.Carla);
        if ((await carla.GetAsync("holds"))!["items"]!.AsArray().Count == 0)
        {
            await carla.PostAsync("holds", new { name = "Inquiry 7", reason = "The court asks for it.", line = Bank.Line });
            await carla.PostAsync("exports", new { format = "jsonl", reason = "The regulator asks." });
            await carla.PostAsync("archive/reconciliations", new { });
        }

        var window = await OpenAsync(Bank.Carla, device, theme);
        await LookAtAsync(window, "/compliance", "What you look for", "compliance.search");
        await LookAtAsync(window, "/compliance/review", "Nothing to review", "compliance.review");
        await LookAtAsync(window, "/compliance/holds", "Inquiry 7", "compliance.holds");
        await LookAtAsync(window, "/compliance/exports", "The regulator asks.", "compliance.exports");
        await LookAtAsync(window, "/compliance/archive", "Completeness", "compliance.archive");
        await LookAtAsync(window, "/compliance/audit", "Placed a legal hold", "compliance.audit");
    }

    [ChromiumTheory, MemberData(nameof(Looks))]
    public async Task Operations_shut_nobody_out(Device device, ColorScheme theme)
    {
        await Product.Phones.PostAsync("webhooks/raw?wabaId=102290129340399", new { says = "something that nobody knows" });
        var window = await OpenAsync(Bank.Otto, device, theme);
        await LookAtAsync(window, "/operations", "Operations", "operations");
        await LookAtAsync(window, "/operations/raw-inbox", "Raw inbox", "operations.raw-inbox");
    }

    /// <summary>The bank shows itself to its contacts.</summary>
    private async Task PresentAsync()
    {
        var adam = await Product.ApiOfAsync(Bank.Adam);
        string[] websites = ["https://example.com"];
        var profile = new { about = "Advice since 1902", description = "We look after what you have saved.", websites, vertical = "FINANCE" };
        await adam.PutAsync($"numbers/{Bank.NumberId}/profile", profile);
        await adam.PutPictureAsync($"numbers/{Bank.NumberId}/profile/logo", TestPicture.Png(640, 640, (15, 118, 110)));
    }

    private static async Task LookAtAsync(Window window, string address, string shown, string name)
    {
        await window.GoAsync(address);
        await Expect(window.Page.GetByRole(AriaRole.Main).GetByText(shown).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
        await window.HasNoViolationsAsync();
        await window.KeepAsync(name);
    }
}
