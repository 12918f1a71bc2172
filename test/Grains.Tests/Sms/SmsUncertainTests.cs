using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Connectors.Sms.Webhooks;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Tests.Sms;

/// <summary>Lost replies, statuses in any order, webhooks that nobody knows.</summary>
public sealed class SmsUncertainTests
{
    [Theory]
    [InlineData("loseReply")]
    [InlineData("earlyStatus")]
    public async Task An_SMS_whose_reply_is_lost_or_late_is_found_by_its_status_and_not_sent_twice(string fault)
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        await sms.Delivered("Hello");
        await product.WhatsApp.Misbehave(new { kind = fault, on = "sms" });

        var message = await sms.Delivered("Your card is on its way");
        // A reply that waits for the status waits by the clock.
        var sender = product.Grains.GetGrain<ISenderGrain>(GrainKeys.Sender(Firms.Northwind, Channel.Sms, Firms.NorthwindSms));
        await product.UntilInTime(async () => (await sender.GetHealth()).InFlight == 0, TimeSpan.FromSeconds(1), "end of the call");

        Assert.Equal(1, message.Attempts);
        Assert.Equal(3, (await sms.Taken()).Count);
        var sent = (await sms.Talk.Log()).Last(entry => entry.Type == "message_sent");
        Assert.Equal("status", (string?)JsonNode.Parse(sent.Body)!["by"]);
    }

    [Theory]
    [InlineData("loseRequest")]
    [InlineData("serverError")]
    public async Task An_SMS_that_nobody_answers_for_ends_as_unknown_and_is_repeated_by_nobody_but_a_person(string fault)
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        await sms.Delivered("Hello");
        await product.WhatsApp.Misbehave(new { kind = fault, on = "sms" });
        var message = Talk.Taken(await sms.Send("Your card is on its way"));
        await sms.Talk.Becomes(message.MessageId, "sending");
        await sms.Rest();

        await product.UntilInTime(
            async () => (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Status == "outcome_unknown", TimeSpan.FromMinutes(1), "unknown outcome");
        Assert.Equal(2, (await sms.Taken()).Count);

        Talk.Taken(await sms.Talk.Retry(message.MessageId));
        await sms.Talk.Becomes(message.MessageId, "delivered");
        Assert.Equal(3, (await sms.Taken()).Count);
    }

    [Fact]
    public async Task An_SMS_that_was_surely_not_taken_is_tried_again_by_itself()
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        await sms.Delivered("Hello");
        await product.WhatsApp.Misbehave(new { kind = "rateLimit", on = "sms", count = 2 });

        var message = Talk.Taken(await sms.Send("Your card is on its way"));
        await product.UntilInTime(
            async () =>
            {
                await sms.Rest();
                return (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Status == "delivered";
            },
            TimeSpan.FromSeconds(1),
            "delivered SMS");

        Assert.Equal(3, (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Attempts);
        Assert.Equal(3, (await sms.Taken()).Count);
    }

    [Fact]
    public async Task What_is_under_way_when_the_process_dies_is_sent_once_and_told_once()
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        var message = Talk.Taken(await sms.Send("Your card is on its way"));
        await product.KillAndStartAsync();

        await product.UntilInTime(
            async () => (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Status is "delivered" or "outcome_unknown", TimeSpan.FromSeconds(30), "end");
        Assert.InRange((await sms.Taken()).Count(taken => (string?)taken["body"] == "Your card is on its way"), 0, 1);
    }

    [Fact]
    public async Task Statuses_in_any_order_lead_to_the_furthest_and_each_is_kept_once()
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        var message = await sms.Delivered("Hello");
        var before = await sms.Talk.CountInLog("status_received");

        Assert.Equal(new WebhookReceipt(true, 1, 0), await Take(product, Status(message.ProviderMessageId!, "read")));
        Assert.Equal(new WebhookReceipt(true, 1, 0), await Take(product, Status(message.ProviderMessageId!, "sending")));
        Assert.Equal(new WebhookReceipt(true, 1, 0), await Take(product, Status(message.ProviderMessageId!, "failed")));
        Assert.Equal(new WebhookReceipt(true, 1, 0), await Take(product, Status(message.ProviderMessageId!, "read")));

        Assert.Equal("read", (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Status);
        Assert.Equal(before + 3, await sms.Talk.CountInLog("status_received"));
    }

    [Fact]
    public async Task What_belongs_to_nobody_is_kept_raw_and_taken_in_by_a_replay_once_it_belongs_to_somebody()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Organizations = [Firms.NorthwindBank] });
        var message = $"MessageSid=SM1&From=%2B4915177777777&To={Uri.EscapeDataString(Firms.ContosoSms)}&Body=Hello&NumMedia=0";

        Assert.Equal(new WebhookReceipt(true, 0, 1), await Take(product, message));
        Assert.Equal(new WebhookReceipt(true, 0, 1), await Take(product, Status("SM2", "delivered")));
        Assert.Equal(new WebhookReceipt(true, 0, 1), await Take(product, "Something=new"));
        var kept = await product.RawInbox.List(null, 10);
        Assert.Equal(["malformed", "unknown_message", "unknown_number"], kept.Select(item => item.Reason));
        Assert.All(kept, item => Assert.Equal("sms", item.Provider));
        Assert.Contains("Body=Hello", (await product.RawInbox.Read(kept[2].Id))!.Body, StringComparison.Ordinal);
        Assert.Equal("not_found", (await product.RawInbox.Replay(kept[2].Id)).Refusal!.Code);

        await product.Service<IOrganizationStore>().SaveAsync(Firms.ContosoInsurance, expectedVersion: 0);
        Assert.Null((await product.RawInbox.Replay(kept[2].Id)).Refusal);
        Assert.Equal("+4915177777777", Assert.Single(await product.Contacts(Firms.Contoso)).Phone);
    }

    [Fact]
    public async Task A_webhook_that_the_provider_did_not_sign_changes_nothing()
    {
        await using var product = await Product.StartAsync();
        var sms = await SmsTests.Start(product);
        var body = Encoding.UTF8.GetBytes($"MessageSid=SM1&From={Uri.EscapeDataString(sms.Talk.Phone.Number)}&To={Uri.EscapeDataString(Firms.NorthwindSms)}&Body=STOP");
        var grain = product.Grains.GetGrain<ISmsWebhookGrain>("sms");
        var signature = SmsSignature.Sign($"https://elsewhere.example{SmsPaths.Inbound}", SmsForm.Parse(body), SimulatedWhatsApp.SmsToken);

        Assert.False((await grain.Take(new SmsWebhookDelivery(SmsPaths.Inbound, body, IsForm: true, Signature: null))).SignatureValid);
        Assert.False((await grain.Take(new SmsWebhookDelivery(SmsPaths.Inbound, body, IsForm: true, signature))).SignatureValid);
        Assert.Empty(await sms.Talk.Log());
        Assert.Empty(await product.RawInbox.List(null, 10));
    }

    private static string Status(string sid, string word) =>
        $"MessageSid={sid}&MessageStatus={word}&From={Uri.EscapeDataString(Firms.NorthwindSms)}&To=%2B4915123456789";

    /// <summary>Posts a form past the simulator, signed as the provider would.</summary>
    private static Task<WebhookReceipt> Take(Product product, string form)
    {
        var body = Encoding.UTF8.GetBytes(form);
        var signature = SmsSignature.Sign($"{product.PublicUrl}{SmsPaths.Inbound}", SmsForm.Parse(body), SimulatedWhatsApp.SmsToken);
        return product.Grains.GetGrain<ISmsWebhookGrain>("sms").Take(new SmsWebhookDelivery(SmsPaths.Inbound, body, IsForm: true, signature));
    }
}
