using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sms;

/// <summary>A message that did not arrive on WhatsApp goes out as SMS.</summary>
public sealed class SmsFallbackTests
{
    [Fact]
    public async Task A_text_for_a_contact_who_is_not_on_WhatsApp_goes_out_as_SMS_in_one_call()
    {
        await using var product = await Product.StartAsync();
        var (sms, failed) = await Failed(product);

        var sent = Talk.Taken(await sms.SendInPlaceOf(failed, "once"));

        Assert.Equal(("sms", "Your card is on its way", failed), (sent.Channel, sent.Text, sent.InPlaceOf));
        Assert.Equal(sent.MessageId, (await sms.Talk.Conversation.GetMessage(failed))!.ReplacedBy);
        await sms.Talk.Becomes(sent.MessageId, "delivered");
        Assert.Equal([SmsTalk.Notice, "Your card is on its way"], await sms.Shown());
    }

    [Fact]
    public async Task The_same_request_again_is_answered_like_the_first_and_sends_nothing()
    {
        await using var product = await Product.StartAsync();
        var (sms, failed) = await Failed(product);
        var first = Talk.Taken(await sms.SendInPlaceOf(failed, "once"));

        var again = await sms.SendInPlaceOf(failed, "once");

        Assert.True(again.Repeated);
        Assert.Equal(first.MessageId, again.Message!.MessageId);
        Assert.Equal("invalid_request", (await sms.SendInPlaceOf(failed)).Refusal!.Code);
        Assert.Equal("idempotency_conflict", (await sms.Send("Your card is on its way", "once")).Refusal!.Code);
        await sms.Talk.Becomes(first.MessageId, "delivered");
        Assert.Equal(2, (await sms.Taken()).Count);
    }

    [Fact]
    public async Task A_message_that_waited_for_a_request_that_could_not_be_delivered_goes_out_as_SMS()
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        await sms.Talk.Phone.Change(new { onWhatsApp = false });
        var waiting = await sms.Talk.Accepted("Your card is on its way", "existing_client");
        await sms.Talk.Becomes(waiting.MessageId, "failed");
        Assert.Equal("not_on_whatsapp", (await sms.Talk.Conversation.GetMessage(waiting.MessageId))!.Failure!.Code);

        var sent = Talk.Taken(await sms.SendInPlaceOf(waiting.MessageId));

        await sms.Talk.Becomes(sent.MessageId, "delivered");
        Assert.Equal("Your card is on its way", (await sms.Shown())[^1]);
    }

    [Fact]
    public async Task The_text_of_a_template_goes_out_as_the_contact_would_have_seen_it()
    {
        await using var product = await Product.StartAsync();
        await product.ApprovedTemplate("card_sent", "Hello {{1}}, your card is on its way.");
        var sms = await SmsTests.Start(product);
        await sms.Talk.Hears("Good morning");
        await sms.Talk.Phone.Change(new { onWhatsApp = false });
        var template = Talk.Taken(await sms.Talk.SendTemplate("card_sent", "Ada"));
        await sms.Talk.Becomes(template.MessageId, "failed");

        Talk.Taken(await sms.SendInPlaceOf(template.MessageId));

        await product.Until(async () => (await sms.Shown()) is [.., "Hello Ada, your card is on its way."], "text of the template on the phone");
    }

    [Fact]
    public async Task A_contact_known_only_by_username_gets_no_SMS_and_the_sender_is_told()
    {
        await using var product = await Product.StartAsync();
        var phone = await product.WhatsApp.Phone("+4915188888888", new { username = "ada", phoneWithheld = true });
        await phone.Write("Good morning", Firms.NorthwindNumber);
        await product.Until(async () => (await product.Contacts()).Count == 1, "contact");
        var contact = (await product.Contacts())[0];
        var sms = new SmsTalk(product, new Talk(product, new(Firms.Northwind, Firms.Line, contact.Id), phone));

        Assert.Null(contact.Phone);
        Assert.Equal("no_phone_number", (await sms.Send("Hello")).Refusal!.Code);
        Assert.Equal("no_phone_number", (await sms.Standing()).TextRefusal!.Code);
    }

    [Fact]
    public async Task What_does_not_exist_or_did_arrive_is_not_sent_as_SMS()
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        await sms.Talk.Hears("Good morning");
        var delivered = await sms.Talk.Delivered("Hello");

        Assert.Equal("not_found", (await sms.SendInPlaceOf("nothing")).Refusal!.Code);
        Assert.Equal("invalid_request", (await sms.SendInPlaceOf(delivered.MessageId)).Refusal!.Code);
        Assert.Empty(await sms.Taken());
    }

    private static async Task<(SmsTalk Sms, string Failed)> Failed(Product product)
    {
        var sms = await SmsTests.Start(product);
        await sms.Talk.Hears("Good morning");
        await sms.Talk.Phone.Change(new { onWhatsApp = false });
        var message = await sms.Talk.Accepted("Your card is on its way");
        await sms.Talk.Becomes(message.MessageId, "failed");
        return (sms, message.MessageId);
    }
}
