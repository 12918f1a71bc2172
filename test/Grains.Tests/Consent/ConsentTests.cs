using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Consent;

public sealed class ConsentTests
{
    [Fact]
    public async Task Without_consent_neither_text_nor_template_goes_out()
    {
        await using var product = await Product.StartAsync();
        await product.ApprovedTemplate("appointment", "Hello {{1}}, we would like to talk with you again.");
        var talk = await product.Talk();

        Assert.Equal("consent_required", (await talk.Send("Hello")).Refusal?.Code);
        Assert.Equal("consent_required", (await talk.SendTemplate("appointment", "Ada")).Refusal?.Code);
        Assert.Empty(await talk.Log());
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task A_contact_who_declines_gets_nothing_more_and_is_not_asked_again()
    {
        await using var product = await Product.StartAsync();
        await product.ApprovedTemplate("appointment", "Hello {{1}}, we would like to talk with you again.");
        var talk = await product.Talk();
        var waiting = await talk.Accepted("Your deed is ready.", optInBasis: "form");
        await talk.Shows("Northwind Bank would like");

        await talk.HearsTap("No");

        var failed = (await talk.Conversation.GetMessage(waiting.MessageId))!;
        Assert.Equal(("failed", "consent_declined"), (failed.Status, failed.Failure?.Code));
        product.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("consent_declined", (await talk.Ask()).Refusal?.Code);
        Assert.Equal("consent_declined", (await talk.Send("Please?", optInBasis: "form")).Refusal?.Code);
        Assert.Equal("consent_declined", (await talk.SendTemplate("appointment", "Ada")).Refusal?.Code);
        Assert.Equal("declined", (await talk.Standing()).Consent);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task STOP_works_at_once_and_is_confirmed_exactly_once()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Hears("STOP");
        Assert.Equal("consent_declined", (await talk.Send("Wait!")).Refusal?.Code);
        await talk.Shows("You will not get any more messages from us here.");
        await talk.Hears("stop!");

        Assert.Equal("withdrawn", (await talk.Standing()).Consent);
        Assert.Single(await talk.Messages(), message => message.Kind == "stop_confirmation");
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task After_STOP_the_contacts_own_YES_brings_the_talk_back()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Hears("Stop");
        await talk.Hears("Are you still there?");
        Assert.Equal("consent_declined", (await talk.Ask()).Refusal?.Code);

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Hears("Yes");

        Assert.Equal("granted", (await talk.Standing()).Consent);
        await talk.Delivered("Welcome back");
    }

    [Fact]
    public async Task An_answer_that_is_neither_yes_nor_no_repeats_the_request_once()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var waiting = await talk.Accepted("Your deed is ready.", optInBasis: "in_person");
        await talk.Shows("Northwind Bank would like");

        await talk.Hears("Who is this?");
        await product.Until(async () => (await talk.Phone.Shown()).Count == 2, "repeated request on the phone");
        await talk.Hears("Hm.");

        Assert.Equal(2, (await talk.Messages()).Count(message => message.Kind == "opt_in_request"));
        await talk.HearsTap("Yes");
        await talk.Becomes(waiting.MessageId, "delivered");
    }

    [Fact]
    public async Task A_stranger_who_writes_has_opened_the_talk_and_is_known_by_the_profile_name()
    {
        await using var product = await Product.StartAsync();
        var phone = await product.WhatsApp.Phone("+4915199900001", new { name = "Grace Hopper" });

        await phone.Write("Good morning", Firms.NorthwindNumber);

        await product.Until(async () => (await product.Threads()).Count == 1, "thread in the inbox");
        var contact = Assert.Single(await product.Contacts());
        Assert.Equal(("Grace Hopper", "+4915199900001"), (contact.Name, contact.Phone));
        var talk = await product.Talk("+4915199900001");
        Assert.Equal("granted", (await talk.Standing()).Consent);
        await talk.Delivered("Good morning to you");
    }

    [Fact]
    public async Task A_STOP_on_one_line_leaves_the_other_line_as_it_was()
    {
        var bank = Firms.NorthwindBank;
        var trading = new Line("trading", "Trading") { Numbers = [new LineNumber(Channel.WhatsApp, Firms.ContosoNumber, Firms.ContosoNumber)] };
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Organizations = [bank with { Lines = [.. bank.Lines, trading], People = [bank.People[0] with { Lines = [Firms.Line, trading.Id] }] }],
        });
        var talk = await product.OpenTalk();
        var other = new Talk(product, talk.Key with { Line = trading.Id }, talk.Phone);
        var hello = WebhookBodies.Text("wamid.1", "Hello", product.Clock.GetUtcNow(), talk.Phone.Number, number: Firms.ContosoNumber);
        await product.Take(WebhookBodies.Of(hello));

        await talk.Hears("STOP");

        Assert.Equal(("declined", "granted"), ((await talk.Standing()).Consent, (await other.Standing()).Consent));
        Assert.Equal("consent_declined", (await talk.Send("Hello?")).Refusal?.Code);
        Talk.Taken(await other.Send("Hello!"));
    }

    [Fact]
    public async Task Where_a_first_message_is_no_consent_it_is_answered_with_the_request()
    {
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Organizations = [Firms.NorthwindBank with { FirstMessageIsConsent = false }],
        });
        var talk = await product.Talk();

        await talk.Hears("Hello?");
        await talk.Shows("Northwind Bank would like");
        Assert.Equal("consent_pending", (await talk.Send("Hello!")).Refusal?.Code);

        await talk.HearsTap("Yes");
        await talk.Delivered("Hello!");
    }

    [Fact]
    public async Task A_contact_who_does_not_answer_may_be_asked_again_after_a_day_and_not_sooner()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        Talk.Taken(await talk.Ask());
        await talk.Shows("Northwind Bank would like");
        // The day counts from when it is recorded as sent, which is a moment after the phone shows it.
        await product.Idle();

        product.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal("consent_pending", (await talk.Ask()).Refusal?.Code);
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        Talk.Taken(await talk.Ask());

        await product.Until(async () => (await talk.Phone.Shown()).Count == 2, "second request on the phone");
    }

    [Fact]
    public async Task A_person_who_may_not_use_WhatsApp_on_the_line_sends_nothing()
    {
        var people = Firms.NorthwindBank.People.Select(person => person with { WhatsAppEnabled = false });
        await using var product = await Product.StartAsync(new ProductSettings { Organizations = [Firms.NorthwindBank with { People = [.. people] }] });
        var talk = await product.OpenTalk();

        Assert.Equal("whatsapp_not_enabled", (await talk.Send("Hello")).Refusal?.Code);
        Assert.Equal("whatsapp_not_enabled", (await talk.Ask()).Refusal?.Code);
    }
}
