using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Words;

/// <summary>In which language the pages speak.</summary>
[Collection(ShownProduct.Name)]
public sealed partial class LanguageTests(RunningProduct product) : PageTests(product)
{
    /// <summary>What stands on a page and is no word of the pages: names, texts, numbers, times, codes.</summary>
    private static readonly string[] Data =
    [
        "Nora Field", "Adam Winter", "Dan Okafor", "Carla Stone", "Otto Kranz", "Northwind Advisers", "Client advisory", "Client", "Pseudo Contact", "MultiLine",
        "English", "Deutsch", "Guten Tag", "Maria Keller", "Wonderful, thank you!",
        "Inquiry 7", "The court asks for it.", "The regulator asks.",
        "Advice since 1902", "We look after what you have saved.", "https://example.com",
    ];

    [ChromiumTheory]
    [InlineData("Your account menu")]
    [InlineData("Messages")]
    [InlineData("Contact")]
    [InlineData("Privacy")]
    [InlineData("/admin")]
    [InlineData("/admin/people")]
    [InlineData("/admin/lines")]
    [InlineData($"/admin/lines/numbers/{Bank.NumberId}")]
    [InlineData("/admin/templates")]
    [InlineData("/admin/opt-in")]
    [InlineData("/admin/policy")]
    [InlineData("/admin/recording")]
    [InlineData("/compliance")]
    [InlineData("/compliance/review")]
    [InlineData("/compliance/holds")]
    [InlineData("/compliance/exports")]
    [InlineData("/compliance/archive")]
    [InlineData("/compliance/audit")]
    [InlineData("/notices")]
    [InlineData("/operations")]
    [InlineData("/operations/raw-inbox")]
    public async Task No_word_of_a_page_was_left_untranslated(string page)
    {
        var contact = await Product.NewContactAsync("Pseudo Contact");
        await Product.WritesAsync(contact, "Guten Tag");
        var window = await OpenAsync(page.Split('/') switch
        {
            [_, "admin", ..] => Bank.Adam,
            [_, "operations", ..] => Bank.Otto,
            [_, "compliance" or "notices", ..] => Bank.Carla,
            _ => Bank.Nora,
        });
        var address = page[0] == '/' ? page : page == "Privacy" ? "/privacy" : Inbox.AddressOf(contact);
        await window.GoAsync($"{address}?language=en-XA");
        await Expect(window.Page.GetByText("⟦").First).ToBeVisibleAsync();
        switch (page)
        {
            case "Your account menu":
                await window.Page.Locator("nav button").Last.ClickAsync();
                break;
            case "Contact":
                await window.Timeline().WaitForAsync();
                await window.Page.Locator("header button").Last.ClickAsync();
                await window.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
                break;
        }

        var untranslated = await UntranslatedAsync(window, await GivenAsync());
        Assert.True(untranslated.Count == 0, string.Join('\n', untranslated));
    }

    [ChromiumFact]
    public async Task The_reader_chooses_German_and_it_stays_chosen()
    {
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.Address);
        await window.Button("Your account").ClickAsync();

        await window.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Deutsch" }).ClickAsync();

        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await window.GoAsync("/privacy");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Was wir sehen und was nicht" })).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("privacy.german");
    }

    /// <summary>What templates and the organisation say to contacts, in pieces between variables; and what the browser calls languages and days.</summary>
    private async Task<IReadOnlyList<string>> GivenAsync()
    {
        var adam = await Product.ApiOfAsync(Bank.Adam);
        var templates = (await adam.GetAsync("templates"))!.AsArray();
        var words = (await adam.GetAsync("opt-in-template"))!["words"]!;
        var notice = (string?)(await adam.GetAsync("organization"))!["sms_notice"];
        return
        [
            .. templates.SelectMany(template => new[] { (string?)template!["name"], (string?)template["body"], (string?)template["footer"] })
                .Concat(templates.SelectMany(template => template!["buttons"]?.AsArray().Select(button => (string?)button) ?? []))
                .Concat([(string?)words["body"], (string?)words["footer"], (string?)words["accept"], (string?)words["decline"], notice])
                .OfType<string>()
                .SelectMany(text => Variable().Split(text))
                .Where(piece => Letters().IsMatch(piece))
                .OrderByDescending(piece => piece.Length),
        ];
    }

    /// <summary>Every text and every label that is shown or read out and is neither data nor in the brackets of the pseudo-language.</summary>
    private static async Task<IReadOnlyList<string>> UntranslatedAsync(Window window, IReadOnlyList<string> given)
    {
        var found = await window.Page.EvaluateAsync<string[]>(
            """
            () => {
              const words = [document.title];
              const languages = new Intl.DisplayNames(['en'], { type: 'language' });
              const named = [...document.querySelectorAll('option')].map((option) => option.value.replace('_', '-'));
              const names = ['en-US', ...named].flatMap((code) => { try { return [languages.of(code)]; } catch { return []; } });
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const inside = walk.currentNode.parentElement.closest('script, style, noscript, time');
                if (!inside) words.push(walk.currentNode.data);
              }
              for (const element of document.querySelectorAll(':is([aria-label], [title], [placeholder], [alt]):not(time)'))
                for (const name of ['aria-label', 'title', 'placeholder', 'alt']) words.push(element.getAttribute(name) ?? '');
              return words.map((word) => names.reduce((rest, name) => rest.replaceAll(name, ''), word));
            }
            """);
        return [.. found.Select(text => Strip(text, given)).Where(rest => Letters().IsMatch(rest)).Distinct(StringComparer.Ordinal)];
    }

    private static string Strip(string text, IReadOnlyList<string> given) =>
        given.Concat(Data).Aggregate(Intl().Replace(WithoutBracketed(text), ""), (rest, data) => rest.Replace(data, "", StringComparison.Ordinal));

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Variable();

    /// <summary>A word may stand within another.</summary>
    private static string WithoutBracketed(string text)
    {
        while (Bracketed().Replace(text, "") is var rest && rest != text)
        {
            text = rest;
        }

        return text;
    }

    /// <summary>Dates and amounts, as the browser writes them for the pseudo-language, which has those of English; the types of grains; and hashes.</summary>
    [GeneratedRegex(@"\p{Lu}\p{L}{2} \d+, \d{4}, [\d:]+\s[AP]M|[\d.]+\s(sec|min|ms|hr)\b|\b\w+Grain\b|\b([0-9a-f]{32}){1,2}\b")]
    private static partial Regex Intl();

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex Bracketed();

    /// <summary>Two letters in a row; initials in place of pictures and the like are none.</summary>
    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Letters();
}
