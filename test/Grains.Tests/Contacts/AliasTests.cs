using System.Text.Json.Nodes;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Contacts;

public sealed class AliasTests
{
    private const string Phone = "+4915123456789";
    private const string OldPhone = "+4915199900001";
    private const string Bsuid = "DE.1349";

    [Fact]
    public async Task One_sender_by_phone_then_by_both_then_by_user_id_alone_is_one_contact()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();

        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "By phone", now, Phone)));
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.2", "By both", now, Phone, Bsuid)));
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.3", "By user id", now, phone: null, Bsuid)));

        var contact = Assert.Single(await product.Contacts());
        Assert.Equal((Phone, Bsuid), (contact.Phone, contact.Bsuid));
        var talk = await product.Talk(Phone);
        Assert.Equal(["By phone", "By both", "By user id"], (await talk.Messages()).Select(message => message.Text));
    }

    [Theory]
    [InlineData(Phone, null)]
    [InlineData(null, Bsuid)]
    [InlineData(Phone, Bsuid)]
    public async Task First_messages_of_one_sender_at_once_make_one_contact(string? phone, string? bsuid)
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(
            number => product.Take(WebhookBodies.Of(WebhookBodies.Text($"wamid.{number}", $"{number}", now, phone, bsuid)))));

        Assert.Single(await product.Contacts());
        Assert.Equal(12, Assert.Single(await product.Threads()).Unread);
    }

    [Fact]
    public async Task A_contact_known_by_user_id_alone_can_be_written_to()
    {
        await using var product = await Product.StartAsync();
        var phone = await product.WhatsApp.Phone(Phone, new { name = "Ada", username = "ada", phoneWithheld = true });
        await phone.Write("Good morning", Firms.NorthwindNumber);
        await product.Until(async () => (await product.Threads()).Count == 1, "thread in the inbox");
        var contact = Assert.Single(await product.Contacts());
        Assert.Null(contact.Phone);

        var talk = new Talk(product, new Domain.ConversationKey(Firms.Northwind, Firms.Line, contact.Id), phone);

        await talk.Delivered("Good morning to you");
    }

    [Fact]
    public async Task The_same_phone_number_at_two_organisations_is_two_contacts_with_two_talks()
    {
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Organizations = [Firms.NorthwindBank, Firms.ContosoInsurance],
        });
        var bank = await product.OpenTalk();
        var insurance = await product.Talk(organization: Firms.Contoso);

        Assert.NotEqual(bank.Key.Contact, insurance.Key.Contact);
        Assert.Equal("consent_required", (await insurance.Send("Hello")).Refusal?.Code);
        Assert.Empty(await product.Threads(Firms.Contoso));

        await insurance.Hears("Good day");
        Assert.Equal("Good day", Assert.Single(await product.Threads(Firms.Contoso)).Preview);
        Assert.Equal("Good morning", Assert.Single(await product.Threads()).Preview);
        await bank.Hears("STOP");
        await insurance.Delivered("Good day to you");
    }

    [Fact]
    public async Task A_message_that_comes_again_does_not_bring_an_old_phone_number_back()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();
        var first = WebhookBodies.Of(WebhookBodies.Text("wamid.1", "From the old number", now.AddMinutes(-2), OldPhone, Bsuid));
        await product.Take(first);
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.2", "From the new number", now.AddMinutes(-1), Phone, Bsuid)));

        await product.Take(first);
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.3", "Late, from the old one", now.AddSeconds(-90), OldPhone, Bsuid)));

        Assert.Equal(Phone, Assert.Single(await product.Contacts()).Phone);
        var talk = await product.Talk(Phone);
        Assert.Equal(3, (await talk.Messages()).Count);
        Assert.Equal([OldPhone, Phone], (await talk.Log())
            .Where(entry => entry.Type == "aliases_learned").Select(entry => (string)JsonNode.Parse(entry.Body)!["phone"]!));
    }

    [Fact]
    public async Task Who_is_looked_up_by_a_former_number_keeps_the_present_one()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "Old", now.AddMinutes(-2), OldPhone, Bsuid)));
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.2", "New", now, Phone, Bsuid)));

        var found = await product.Grains.GetGrain<IContactBookGrain>(Firms.Northwind).Resolve(new LearnedContact(OldPhone, null, null));

        Assert.False(found.IsNew);
        Assert.Equal(Phone, found.Contact.Phone);
    }

    [Fact]
    public async Task A_first_message_and_a_person_who_enters_its_number_at_the_same_moment_make_one_contact()
    {
        await using var product = await Product.StartAsync();
        product.Aliases.BeforeClaim(() => product.Talk(Phone));

        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "By both", product.Clock.GetUtcNow(), Phone, Bsuid)));
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.2", "By user id", product.Clock.GetUtcNow(), phone: null, Bsuid)));

        var contact = Assert.Single(await product.Contacts());
        Assert.Equal((Phone, Bsuid), (contact.Phone, contact.Bsuid));
        Assert.Equal(2, Assert.Single(await product.Threads()).Unread);
    }

    [Fact]
    public async Task Who_writes_from_a_number_that_was_somebody_elses_gets_neither_the_thread_nor_the_consent()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "It is me", now, Phone, Bsuid)));
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.2", "STOP", now, Phone, "DE.another")));
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.3", "Still me", now, phone: null, Bsuid)));

        var contacts = await product.Contacts();
        Assert.Equal([(Phone, Bsuid), (null, "DE.another")], contacts.Select(contact => (contact.Phone, contact.Bsuid)).OrderByDescending(known => known.Phone));
        var first = await product.Talk(Phone);
        Assert.Equal(["It is me", "Still me"], (await first.Messages()).Select(message => message.Text));
        Assert.Equal("granted", (await first.Standing()).Consent);

        // A message that names the number alone can't be told apart; it stays with whom the number was first.
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.4", "By number alone", now, Phone)));
        Assert.Equal(3, (await first.Messages()).Count);
    }

    [Fact]
    public async Task A_contact_whom_WhatsApp_calls_by_another_number_answers_in_the_same_talk()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk("+5511987654321");
        await talk.Phone.Change(new { waId = "551187654321" });

        var waiting = await talk.Accepted("Good morning", optInBasis: "form");
        await talk.Shows("Northwind Bank");
        await product.Idle();
        await talk.HearsTap("Yes");

        await talk.Becomes(waiting.MessageId, "delivered");
        Assert.Single(await product.Contacts());
    }

    [Fact]
    public async Task A_contact_who_was_asked_by_number_and_answers_by_user_id_answers_in_the_same_talk()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var waiting = await talk.Accepted("Good morning", optInBasis: "form");
        await talk.Shows("Northwind Bank");
        await product.Idle();

        await talk.Phone.Change(new { username = "ada", phoneWithheld = true });
        await talk.HearsTap("Yes");

        await talk.Becomes(waiting.MessageId, "delivered");
        var contact = Assert.Single(await product.Contacts());
        Assert.Equal(await talk.Phone.Bsuid(), contact.Bsuid);
    }

    [Theory]
    [InlineData("Yes", "granted")]
    [InlineData("No", "declined")]
    public async Task An_answer_reaches_the_talk_that_asked_although_the_user_id_is_known_as_anothers(string button, string consent)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var bsuid = await talk.Phone.Bsuid();
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "By user id", product.Clock.GetUtcNow(), phone: null, bsuid)));
        Assert.Equal(2, (await product.Contacts()).Count);
        Talk.Taken(await talk.Ask());
        await talk.Shows("Northwind Bank");

        await talk.Phone.Change(new { username = "ada", phoneWithheld = true });
        await talk.HearsTap(button);

        Assert.Equal(consent, (await talk.Standing()).Consent);
        Assert.Equal(2, (await product.Contacts()).Count);
    }

    [Fact]
    public async Task A_contact_who_answers_from_a_new_number_is_written_to_there()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk(Phone);
        var ours = (await talk.Delivered("Good morning to you")).ProviderMessageId;
        var bsuid = await talk.Phone.Bsuid();
        product.Clock.Advance(TimeSpan.FromSeconds(2));

        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "My new number", product.Clock.GetUtcNow(), OldPhone, bsuid, quoted: ours)));

        Assert.Equal("My new number", (await talk.Messages())[^1].Text);
        Assert.Equal((OldPhone, bsuid), Assert.Single(await product.Contacts()) is var contact ? (contact.Phone, contact.Bsuid) : default);
    }

    [Fact]
    public async Task Who_has_the_number_now_answers_in_a_talk_of_their_own_although_the_message_was_for_whom_had_it_before()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk(Phone);
        var ours = (await talk.Delivered("Good morning to you")).ProviderMessageId;

        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "Who is this?", product.Clock.GetUtcNow(), Phone, Bsuid, quoted: ours)));

        Assert.DoesNotContain(await talk.Messages(), message => message.Text == "Who is this?");
        Assert.Equal(2, (await product.Threads()).Count);
    }

    [Fact]
    public async Task What_the_provider_calls_a_contact_takes_nothing_from_another()
    {
        await using var product = await Product.StartAsync();
        var (ada, grace) = (await product.Talk(Phone), await product.Talk(OldPhone, "Grace Hopper"));

        await product.Grains.GetGrain<IContactBookGrain>(Firms.Northwind).Learn(ada.Key.Contact, OldPhone, Bsuid);

        Assert.Equal(grace.Key, (await product.Talk(OldPhone)).Key);
        Assert.Equal((Phone, Bsuid), (await product.Contacts()).Where(contact => contact.Id == ada.Key.Contact).Select(contact => (contact.Phone, contact.Bsuid)).Single());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_name_the_number_stands_in_until_there_is_one(string? name)
    {
        await using var product = await Product.StartAsync();
        var book = product.Grains.GetGrain<IContactBookGrain>(Firms.Northwind);

        Assert.Equal(Phone, (await book.Resolve(new LearnedContact(Phone, null, name))).Contact.Name);
        Assert.Equal("Ada", (await book.Resolve(new LearnedContact(Phone, null, "Ada"))).Contact.Name);
        Assert.Equal("Ada", (await book.Resolve(new LearnedContact(Phone, null, name))).Contact.Name);
    }

    [Fact]
    public void The_key_of_an_alias_does_not_say_it() =>
        Assert.DoesNotContain(Phone[1..], GrainKeys.Alias(Firms.Northwind, Domain.Contacts.Aliases.PhoneKey(Phone)), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_that_a_person_gave_is_not_overwritten_by_the_profile()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk(Phone, "Ada Lovelace");
        await product.Grains.GetGrain<IContactGrain>($"{Firms.Northwind}/{talk.Key.Contact}").Rename("The Countess");

        await talk.Hears("Good morning");

        Assert.Equal("The Countess", Assert.Single(await product.Contacts()).Name);
    }
}
