using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Templates;

/// <summary>The opt-in request in several languages.</summary>
public sealed class OptInLanguageTests
{
    private static readonly OptInWords German =
        new("de", "Guten Tag {{1}}, {{2}} möchte Ihnen hier zu Ihren Geschäften mit uns schreiben. Sind Sie einverstanden?", "STOP beendet es.", "Ja", "Nein");

    /// <summary>The reviewers take their time until a test decides for them.</summary>
    private static ProductSettings Undecided => new() { Simulator = ["Review:Automatic=false"], AwaitsOptInTemplate = false };

    [Fact]
    public async Task A_contact_is_asked_in_the_language_that_was_chosen_and_a_tap_on_its_YES_opens_the_talk()
    {
        await using var product = await Product.StartAsync();
        await AddAsync(product, German);
        var talk = await product.Talk();
        var waiting = Talk.Taken(await talk.Send("Ihr Vertrag ist fertig.", "form", change: request => request with { OptInLanguage = "de" }));

        await talk.Shows("Guten Tag Ada Lovelace, Northwind Bank möchte Ihnen hier");
        var asked = (await talk.Messages()).Single(message => message.Kind == "opt_in_request");
        Assert.Equal(("de", 2), (asked.TemplateLanguage, asked.Buttons.Count));
        Assert.Equal("de", (await talk.Standing()).AskedIn);
        await talk.HearsTap("Ja");

        Assert.Equal("granted", (await talk.Standing()).Consent);
        await talk.Becomes(waiting.MessageId, "delivered");
    }

    [Fact]
    public async Task A_tap_on_the_NO_of_any_language_declines()
    {
        await using var product = await Product.StartAsync();
        await AddAsync(product, German with { Accept = "Gerne", Decline = "Lieber nicht" });
        var talk = await product.Talk();
        Talk.Taken(await talk.Ask(language: "de"));
        await talk.Shows("Guten Tag");

        await talk.HearsTap("Lieber nicht");

        Assert.Equal("declined", (await talk.Standing()).Consent);
    }

    [Fact]
    public async Task Nobody_who_chose_no_language_asks_in_another_than_the_default()
    {
        await using var product = await Product.StartAsync();
        await AddAsync(product, German);
        var talk = await product.Talk();

        Talk.Taken(await talk.Ask());

        await talk.Shows("Hello Ada Lovelace, Northwind Bank would like");
        Assert.Equal("en_US", (await talk.Standing()).AskedIn);
    }

    [Fact]
    public async Task A_repeated_request_stays_in_the_language_of_the_first_and_so_does_the_one_of_the_day_after()
    {
        await using var product = await Product.StartAsync();
        await AddAsync(product, German);
        var talk = await product.Talk();
        Talk.Taken(await talk.Ask(language: "de"));
        await talk.Shows("Guten Tag");
        await talk.Hears("Wer ist da?");
        await product.Until(async () => (await talk.Phone.Shown()).Count == 2, "repeated request on the phone");
        await product.Idle();

        product.Clock.Advance(TimeSpan.FromHours(25));
        Talk.Taken(await talk.Ask());
        await product.Until(async () => (await talk.Phone.Shown()).Count == 3, "request of the day after on the phone");

        Assert.All(await talk.Phone.Shown(), shown => Assert.StartsWith("Guten Tag Ada Lovelace", shown.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_of_one_language_leaves_the_others_alone_and_the_approved_words_are_sent_until_the_new_ones_are()
    {
        await using var product = await Product.StartAsync();
        var first = await AddAsync(product, German);
        var english = (await product.Catalog().FindOptInOf("en_US", "en_US"))!;
        await product.WhatsApp.Call(HttpMethod.Put, "templates/verdicts/opt_in_request_3", new { @event = "REJECTED", reason = "ABUSIVE_CONTENT" });

        Assert.Null((await Northwind(product).SetOptInText(German with { Body = "Hallo {{1}}, dürfen wir Ihnen hier zu Ihren Geschäften schreiben?" })).Refusal);
        await product.Until(
            async () => (await product.Catalog().List()).Any(card => card is { Language: "de", Status: "rejected" }), "rejection of the new version");

        Assert.Equal(english.Id, (await product.Catalog().FindOptInOf("en_US", "en_US"))!.Id);
        Assert.Equal(first.Id, (await product.Catalog().FindOptInOf("de", "en_US"))!.Id);
        var card = (await Northwind(product).Get())!;
        Assert.Equal(("en_US", "Hallo {{1}}, dürfen wir Ihnen hier zu Ihren Geschäften schreiben?"), (card.OptIn.Language, Assert.Single(card.OtherOptIns!).Body));
    }

    [Fact]
    public async Task With_none_approved_in_the_chosen_language_the_defaults_request_is_sent()
    {
        await using var product = await Product.StartAsync(Undecided);
        await product.OptInIs("pending");
        await product.WhatsApp.Decide((await product.Catalog().FindOptIn())!.Id, "APPROVED");
        await product.OptInIs("approved");
        Assert.Null((await Northwind(product).SetOptInText(German)).Refusal);
        var talk = await product.Talk();

        Talk.Taken(await talk.Ask(language: "de"));

        await talk.Shows("Hello Ada Lovelace, Northwind Bank would like");
    }

    [Fact]
    public async Task With_none_approved_at_all_the_refusal_has_the_reviewers_reason_for_the_chosen_language()
    {
        await using var product = await Product.StartAsync(Undecided);
        await product.OptInIs("pending");
        Assert.Null((await Northwind(product).SetOptInText(German)).Refusal);
        await product.WhatsApp.Decide((await product.Catalog().FindOptInOf("de", "de"))!.Id, "REJECTED", "PROMOTIONAL");
        await product.Until(async () => (await product.Catalog().FindOptInOf("de", "de"))!.Status == "rejected", "rejection");
        var talk = await product.Talk();

        var refusal = (await talk.Ask(language: "de")).Refusal!;

        Assert.Equal("template_not_approved", refusal.Code);
        Assert.Contains("PROMOTIONAL", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("PROMOTIONAL", (await talk.Ask()).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_changes_to_an_approved_language_and_the_former_one_may_be_removed()
    {
        await using var product = await Product.StartAsync();
        await AddAsync(product, German);

        Assert.Equal("invalid_request", (await Northwind(product).RemoveOptInText("en_US")).Refusal?.Code);
        Assert.Null((await Northwind(product).SetDefaultOptIn("de")).Refusal);
        Assert.Null((await Northwind(product).RemoveOptInText("en_US")).Refusal);

        var talk = await product.Talk();
        Assert.Equal("invalid_request", (await talk.Ask(language: "en_US")).Refusal?.Code);
        Talk.Taken(await talk.Ask());
        await talk.Shows("Guten Tag Ada Lovelace");
    }

    [Fact]
    public async Task A_language_under_review_does_not_become_the_default()
    {
        await using var product = await Product.StartAsync(Undecided);
        await product.OptInIs("pending");
        Assert.Null((await Northwind(product).SetOptInText(German)).Refusal);

        Assert.Equal("template_not_approved", (await Northwind(product).SetDefaultOptIn("de")).Refusal?.Code);
        Assert.Equal("en_US", (await Northwind(product).Get())!.OptIn.Language);
    }

    [Fact]
    public async Task A_language_whose_templates_are_gone_at_the_provider_is_submitted_again()
    {
        await using var product = await Product.StartAsync();
        var submitted = await AddAsync(product, German);
        await product.WhatsApp.DeleteTemplate(Firms.NorthwindAccount, submitted.Name);

        Assert.Null((await product.Catalog().Sync()).Refusal);

        var again = (await product.Catalog().FindOptInOf("de", "de"))!;
        Assert.Equal((German.Body, "opt_in_request_3"), (again.Body, again.Name));
        Assert.Single(await product.Catalog().List(), card => card.Language == "en_US");
    }

    [Fact]
    public async Task The_same_key_with_another_language_is_a_conflict()
    {
        await using var product = await Product.StartAsync();
        await AddAsync(product, German);
        var talk = await product.Talk();
        var key = product.NewRequestKey();
        var asked = Talk.Taken(await talk.Ask(requestKey: key, language: "de"));

        Assert.Equal(asked.MessageId, Talk.Taken(await talk.Ask(requestKey: key, language: "de")).MessageId);
        Assert.Equal("idempotency_conflict", (await talk.Ask(requestKey: key)).Refusal?.Code);
    }

    private static IOrganizationGrain Northwind(Product product) => product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind);

    /// <summary>Returns when it is approved.</summary>
    private static async Task<TemplateCard> AddAsync(Product product, OptInWords words)
    {
        Assert.Null((await Northwind(product).SetOptInText(words)).Refusal);
        TemplateCard? card = null;
        await product.Until(
            async () => (card = await product.Catalog().FindOptInOf(words.Language, words.Language)) is { Status: "approved" }, $"approved request in {words.Language}");
        return card!;
    }
}
