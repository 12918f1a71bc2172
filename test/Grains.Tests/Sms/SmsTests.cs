using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sms;

public sealed class SmsTests
{
    [Fact]
    public async Task The_first_SMS_arrives_after_the_notice_and_both_tell_what_became_of_them()
    {
        await using var product = await Product.StartAsync();
        var sms = await Start(product);

        var message = await sms.Delivered("Your card is on its way");
        await sms.Delivered("It comes in two letters");

        Assert.Equal([SmsTalk.Notice, "Your card is on its way", "It comes in two letters"], await sms.Shown());
        Assert.Equal(("sms", "text", "ann"), (message.Channel, message.Kind, message.Author));
        var notice = (await sms.Talk.Messages())[0];
        Assert.Equal(("disclaimer", null, SmsTalk.Notice), (notice.Kind, notice.Author, notice.Text));
        await product.Until(async () => await sms.Talk.CountInLog("status_received") == 9, "every status of all three");
    }

    [Fact]
    public async Task What_the_contact_writes_is_taken_once_and_answered_without_any_session()
    {
        await using var product = await Product.StartAsync();
        var sms = await Start(product);
        await product.WhatsApp.Misbehave(new { kind = "duplicateWebhook" });

        var heard = await sms.Hears("Is anybody there?");
        await product.Until(async () => await product.WhatsApp.CountPendingWebhooks() == 0, "both webhooks taken");

        Assert.Equal(("sms", "in", "text", "Is anybody there?"), (heard.Channel, heard.Direction, heard.Kind, heard.Text));
        Assert.Equal(1, await sms.Talk.CountInLog("message_received"));
        Assert.Equal(0, await sms.Talk.CountInLog("session_opened"));
        product.Clock.Advance(TimeSpan.FromDays(3));
        await sms.Delivered("Yes, I am");
    }

    [Fact]
    public async Task An_SMS_of_a_stranger_makes_a_contact_of_the_lines_organisation()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Organizations = [Firms.NorthwindBank, Firms.ContosoInsurance] });
        await product.WhatsApp.Phone("+4915199999999");
        await product.WhatsApp.Call(HttpMethod.Post, "phones/4915199999999/sms", new { text = "Hello", to = Firms.ContosoSms });
        await product.Until(async () => await product.WhatsApp.CountPendingWebhooks() == 0, "webhook taken");

        Assert.Equal("+4915199999999", Assert.Single(await product.Contacts(Firms.Contoso)).Phone);
        Assert.Empty(await product.Contacts());
    }

    [Fact]
    public async Task STOP_stops_SMS_alone_is_confirmed_once_and_START_brings_it_back()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Simulator = ["Sms:HandlesOptOut=false"] });
        var sms = await Start(product);
        await sms.Talk.Hears("Good morning");
        await sms.Delivered("Your card is on its way");

        await sms.Hears("STOP");
        await sms.Hears("stop");
        await product.Until(async () => (await sms.Shown())[^1].Contains("will not get any more", StringComparison.Ordinal), "confirmation");
        Assert.Equal(3, (await sms.Shown()).Count);
        Assert.Equal("consent_declined", (await sms.Send("One more thing")).Refusal!.Code);
        Assert.Equal("consent_declined", (await sms.Standing()).TextRefusal!.Code);
        await sms.Talk.Delivered("On WhatsApp we may still talk");

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await sms.Hears("START");
        await sms.Delivered("Welcome back");
    }

    [Fact]
    public async Task A_STOP_that_the_provider_confirmed_is_not_confirmed_again()
    {
        await using var product = await Product.StartAsync();
        var sms = await Start(product);
        await sms.Hears("STOP");

        Assert.Equal("consent_declined", (await sms.Send("One more thing")).Refusal!.Code);
        Assert.Contains("successfully been unsubscribed", Assert.Single(await sms.Shown()), StringComparison.Ordinal);
        Assert.Equal("in", Assert.Single(await sms.Talk.Messages()).Direction);
    }

    [Fact]
    public async Task A_refusal_on_WhatsApp_leaves_SMS_open()
    {
        await using var product = await Product.StartAsync();
        var sms = await Start(product);
        await sms.Talk.Hears("STOP");

        Assert.Equal("consent_declined", (await sms.Talk.Send("Hello")).Refusal!.Code);
        Assert.Null((await sms.Standing()).TextRefusal);
        await sms.Delivered("By SMS then");
    }

    [Theory]
    [InlineData("landline", "not_on_sms", 21614)]
    [InlineData("unreachable", "sms_not_delivered", 30003)]
    public async Task An_SMS_that_does_not_arrive_says_why(string setting, string code, int providerCode)
    {
        await using var product = await Product.StartAsync();
        var sms = await Start(product);
        await sms.Talk.Phone.Change(new Dictionary<string, bool> { [setting] = true });

        var message = Talk.Taken(await sms.Send("Hello"));
        await sms.Talk.Becomes(message.MessageId, "failed");

        var notice = (await sms.Talk.Messages())[0];
        await sms.Talk.Becomes(notice.MessageId, "failed");
        notice = (await sms.Talk.Messages())[0];
        Assert.Equal((code, providerCode), (notice.Failure!.Code, notice.ProviderCode));
        Assert.Equal(code, (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Failure!.Code);
        Assert.Equal(code == "not_on_sms" ? code : null, (await sms.Standing()).TextRefusal?.Code);
    }

    [Fact]
    public async Task A_STOP_at_the_carrier_fails_the_message_for_that_reason()
    {
        await using var product = await Product.StartAsync();
        var sms = await Start(product);
        await sms.Delivered("Hello");
        await product.WhatsApp.Call(HttpMethod.Post, $"phones/{sms.Talk.Phone.Number}/sms/stop", new { });

        var message = Talk.Taken(await sms.Send("Hello again"));
        await sms.Talk.Becomes(message.MessageId, "failed");

        Assert.Equal("consent_declined", (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Failure!.Code);
    }

    [Fact]
    public async Task Where_SMS_is_not_configured_it_is_off_and_its_webhooks_are_not_believed()
    {
        var off = new Dictionary<string, string?> { ["Sms:AccountSid"] = null, ["Sms:AuthTokens:0"] = null, ["Sms:PublicUrl"] = null };
        await using var product = await Product.StartAsync(new ProductSettings { Product = off });
        var sms = await Start(product);

        Assert.Equal("sms_not_enabled", (await sms.Send("Hello")).Refusal!.Code);
        Assert.Equal("sms_not_enabled", (await sms.Standing()).TextRefusal!.Code);
        var delivery = new SmsWebhookDelivery("/webhooks/sms", "MessageSid=SM1"u8.ToArray(), IsForm: true, "AAAA");
        Assert.False((await product.Grains.GetGrain<ISmsWebhookGrain>("sms").Take(delivery)).SignatureValid);
    }

    [Fact]
    public async Task A_line_without_a_number_for_it_sends_no_SMS()
    {
        var line = Firms.NorthwindBank.Lines[0];
        var firm = Firms.NorthwindBank with { Lines = [line with { Numbers = [line.Numbers[0]] }] };
        await using var product = await Product.StartAsync(new ProductSettings { Organizations = [firm] });
        var sms = await Start(product);

        Assert.Equal("sms_not_enabled", (await sms.Send("Hello")).Refusal!.Code);
    }

    [Fact]
    public async Task The_organisations_own_words_go_before_the_first_SMS()
    {
        var firm = Firms.NorthwindBank with { SmsDisclaimer = "{{1}} here. STOP ends it." };
        await using var product = await Product.StartAsync(new ProductSettings { Organizations = [firm] });
        var sms = await Start(product);

        await sms.Delivered("Hello");

        Assert.Equal(["Northwind Bank here. STOP ends it.", "Hello"], await sms.Shown());
    }

    [Fact]
    public async Task A_number_sends_one_SMS_a_second_unless_it_may_send_more()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = new Dictionary<string, string?> { ["Sending:SmsPerSecond"] = "1" } });
        var sms = await Start(product);
        var message = Talk.Taken(await sms.Send("Hello"));
        await product.Until(async () => (await sms.Shown()).Count == 1, "notice on the phone");
        Assert.Equal("queued", (await sms.Talk.Conversation.GetMessage(message.MessageId))!.Status);

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await sms.Talk.Becomes(message.MessageId, "delivered");
    }

    internal static async Task<SmsTalk> Start(Product product) => new(product, await product.Talk());
}
