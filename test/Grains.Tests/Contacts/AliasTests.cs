using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Contacts;

public sealed class AliasTests
{
    private const string Phone = "+4915123456789";
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
    public async Task A_name_that_a_person_gave_is_not_overwritten_by_the_profile()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk(Phone, "Ada Lovelace");
        await product.Grains.GetGrain<IContactGrain>($"{Firms.Northwind}/{talk.Key.Contact}").Rename("The Countess");

        await talk.Hears("Good morning");

        Assert.Equal("The Countess", Assert.Single(await product.Contacts()).Name);
    }
}
