using System.Text;
using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>Files that contacts send, as they are seen, heard and saved.</summary>
[Collection(ProductForTalks.Name)]
public sealed class MediaTests(RunningProduct product) : PageTests(product)
{
    private const string Attack = "<!doctype html><title>run</title><script>document.title='run';opener&&(opener.document.title='run')</script>";

    /// <summary>A second and a half without a sound: frames of MPEG-1 layer III, 128 kbit/s, 44.1 kHz, that have nothing in them.</summary>
    private static readonly byte[] Silence = [.. Enumerable.Repeat<byte[]>([0xFF, 0xFB, 0x90, 0x64, .. new byte[413]], 60).SelectMany(frame => frame)];

    [ChromiumTheory, InlineData(Device.Desktop, ColorScheme.Light), InlineData(Device.Phone, ColorScheme.Dark)]
    public async Task A_picture_is_seen_a_voice_note_heard_and_a_document_saved(Device device, ColorScheme theme)
    {
        var contact = await Product.NewContactAsync($"Petra Picture {device}");
        await Product.WritesAsync(contact, "Here are my papers");
        await Product.SendsFileAsync(contact, await PictureAsync(contact), "image/png", caption: "My passport");
        await Product.SendsFileAsync(contact, Silence, "audio/mpeg", voice: true);
        await Product.SendsFileAsync(contact, "%PDF-1.7 of a contract"u8.ToArray(), "application/pdf", "Contract 2026.pdf");
        var window = await OpenAsync(Bank.Nora, device, theme);

        await window.GoAsync(Inbox.AddressOf(contact));

        await SeenAsync(window.Message("My passport").GetByRole(AriaRole.Img, new() { Name = "Picture" }));
        await window.HasNoViolationsAsync();
        await window.KeepAsync("files");
        await window.Button("Open the picture").ClickAsync();
        await SeenAsync(window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img));
        await window.HasNoViolationsAsync();
        await window.KeepAsync("files.picture");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window.Button("Open the picture")).ToBeFocusedAsync();

        var seconds = await window.Page.GetByLabel("Voice message").Last.EvaluateAsync<double>("async sound => { await sound.play(); return sound.duration; }");
        Assert.InRange(seconds, 1, 2);

        var saved = await window.Page.RunAndWaitForDownloadAsync(() => window.Button("Save Contract 2026.pdf").ClickAsync());
        Assert.Equal("Contract 2026.pdf", saved.SuggestedFilename);
        Assert.Equal("%PDF-1.7 of a contract", await File.ReadAllTextAsync(await saved.PathAsync()));
        await Expect(window.Message("Contract 2026.pdf")).ToContainTextAsync("PDF · 22 byte");
    }

    [ChromiumFact]
    public async Task A_page_that_pretends_to_be_a_picture_runs_nothing_however_it_is_opened()
    {
        var contact = await Product.NewContactAsync("Mallory Markup");
        await Product.WritesAsync(contact, "Look at this");
        var asPicture = await Product.SendsFileAsync(contact, Encoding.UTF8.GetBytes(Attack), "image/jpeg");
        var asDocument = await Product.SendsFileAsync(contact, Encoding.UTF8.GetBytes(Attack), "text/plain", "photo.jpg");
        var window = await OpenAsync(Bank.Nora);

        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Timeline().GetByText("This can’t be shown or played here.")).ToBeVisibleAsync();

        foreach (var (path, name) in new[] { (asPicture.Path, "image.bin"), (asDocument.Path, "photo.jpg") })
        {
            var saved = await window.Page.RunAndWaitForDownloadAsync(() => Assert.ThrowsAsync<PlaywrightException>(() => window.GoAsync(path)));
            Assert.Equal(name, saved.SuggestedFilename);
            Assert.NotEqual("run", await window.Page.TitleAsync());
        }
    }

    [ChromiumFact]
    public async Task A_picture_can_be_opened_by_itself()
    {
        var contact = await Product.NewContactAsync("Paul Picture");
        await Product.WritesAsync(contact, "A photo");
        var (_, path) = await Product.SendsFileAsync(contact, await PictureAsync(contact), "image/png");
        var window = await OpenAsync(Bank.Nora);

        await window.GoAsync(path);

        await SeenAsync(window.Page.Locator("img"));
    }

    [ChromiumFact]
    public async Task A_file_that_is_gone_says_so_and_one_that_can_not_be_had_just_now_is_tried_again()
    {
        var contact = await Product.NewContactAsync("Gerda Gone");
        await Product.WritesAsync(contact, "Two pictures");
        var gone = await Product.SendsFileAsync(contact, await PictureAsync(contact), "image/png");
        var late = await Product.SendsFileAsync(contact, await PictureAsync(contact), "image/png");
        await Product.Phones.PostAsync("faults", new { kind = "refuse", code = 100, on = gone.Id, count = 1000 });
        await Product.Phones.PostAsync("faults", new { kind = "serverError", on = late.Id, count = 1000 });
        var window = await OpenAsync(Bank.Nora);
        window.Watch.Expect("404 (Not Found)");
        window.Watch.Expect("503 (Service Unavailable)");

        await window.GoAsync(Inbox.AddressOf(contact));

        await Expect(window.Timeline().GetByText("No longer there: WhatsApp keeps files for a limited time.")).ToBeVisibleAsync();
        await Expect(window.Button("Try again")).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("files.trouble");
        await Product.Phones.DeleteAsync("faults");
        await window.Button("Try again").ClickAsync();
        await SeenAsync(window.Timeline().GetByRole(AriaRole.Img, new() { Name = "Picture" }));
        await Expect(window.Button("Try again")).ToHaveCountAsync(0);
    }

    private static Task SeenAsync(ILocator picture) => Eventually.UntilAsync("the picture", () => picture.EvaluateAsync<bool>("picture => picture.naturalWidth > 1"));

    /// <summary>Something to look at: how the contact's own phone looks.</summary>
    private async Task<byte[]> PictureAsync(Contact contact) => await (await HoldAsync(contact)).Page.ScreenshotAsync();
}
