using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Tests.Policies;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Tests.Webhooks;

public sealed class WebhookTests
{
    private const string Phone = "+4915123456789";
    private const string StrangeNumber = "999000111222333";

    [Fact]
    public async Task A_message_that_comes_twice_is_taken_once()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        await product.WhatsApp.Misbehave(new { kind = "duplicateWebhook" });

        await talk.Hears("Good morning");
        await product.Until(async () => await product.WhatsApp.CountPendingWebhooks() == 0, "both webhooks taken");

        Assert.Equal(1, await talk.CountInLog("message_received"));
        Assert.Single(await talk.Messages());
    }

    [Fact]
    public async Task A_webhook_that_comes_many_times_at_once_is_taken_once()
    {
        await using var product = await Product.StartAsync();
        var body = WebhookBodies.Of(WebhookBodies.Text("wamid.1", "Good morning", product.Clock.GetUtcNow(), Phone));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => product.Take(body)));

        Assert.All(receipts, receipt => Assert.Equal(new WebhookReceipt(true, 1, 0), receipt));
        var talk = await product.Talk(Phone);
        Assert.Equal(1, await talk.CountInLog("message_received"));
    }

    [Fact]
    public async Task A_status_that_comes_twice_is_taken_once()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var sent = await talk.Delivered("Good morning to you");
        var before = await talk.CountInLog("status_received");
        var again = WebhookBodies.Of(WebhookBodies.Status(sent.ProviderMessageId!, "delivered", product.Clock.GetUtcNow()));

        Assert.Equal(new WebhookReceipt(true, 1, 0), await product.Take(again));
        Assert.Equal(before, await talk.CountInLog("status_received"));
    }

    [Fact]
    public async Task What_came_in_is_kept_as_it_came_whatever_was_read_out_of_it()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var sent = await talk.Delivered("Good morning to you");
        var text = WebhookBodies.Text("wamid.1", "HALF a sign", product.Clock.GetUtcNow(), Phone);
        text["value"]!["messages"]![0]!["referral"] = new JsonObject { ["source_id"] = "120210" };
        var status = WebhookBodies.Status(sent.ProviderMessageId!, "played", product.Clock.GetUtcNow());
        status["value"]!["statuses"]![0]!["pricing"] = new JsonObject { ["category"] = "service" };

        var half = Encoding.UTF8.GetString(WebhookBodies.Of(text, status)).Replace("HALF", @"\ud83d", StringComparison.Ordinal);

        await product.Take(Encoding.UTF8.GetBytes(half));

        var log = await talk.Log();
        var journal = product.Service<ConversationJournal>();
        async Task<MessageContent> Kept(string type)
        {
            var version = log.Last(entry => entry.Type == type).Version;
            return (await journal.ReadContentsAsync(talk.Key, [version]))[version];
        }

        var received = await Kept("message_received");
        Assert.Equal("\uFFFD a sign", received.Text);
        Assert.Contains("""{"body":"\ud83d a sign"}""", received.Raw, StringComparison.Ordinal);
        Assert.Contains("""{"source_id":"120210"}""", received.Raw, StringComparison.Ordinal);
        Assert.Contains("""{"category":"service"}""", (await Kept("status_received")).Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(log, entry => entry.Body.Contains("120210", StringComparison.Ordinal) || entry.Body.Contains("pricing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_status_only_moves_forward_and_every_one_is_kept()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "skipDelivered" });
        var sent = await talk.Accepted("Good morning to you");
        await talk.Becomes(sent.MessageId, "sent");
        var wamid = (await talk.Conversation.GetMessage(sent.MessageId))!.ProviderMessageId!;

        await product.Take(WebhookBodies.Of(WebhookBodies.Status(wamid, "read", product.Clock.GetUtcNow())));
        await product.Take(WebhookBodies.Of(WebhookBodies.Status(wamid, "delivered", product.Clock.GetUtcNow())));

        Assert.Equal("read", (await talk.Conversation.GetMessage(sent.MessageId))!.Status);
        Assert.Equal(3, await talk.CountInLog("status_received"));
    }

    [Fact]
    public async Task A_status_before_the_reply_is_matched_by_its_callback_data()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "earlyStatus" });

        var message = await talk.Accepted("Good morning to you");
        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "delivered",
            TimeSpan.FromMilliseconds(10),
            "delivered message");
        await product.UntilInTime(
            async () => (await product.Sender().GetHealth()).InFlight == 0, TimeSpan.FromMilliseconds(10), "reply after the status");

        var sent = JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "message_sent").Body)!;
        Assert.Equal("status", (string?)sent["by"]);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task What_came_for_a_number_that_nobody_had_is_taken_in_when_a_line_has_it()
    {
        await using var product = await Product.StartAsync();
        var body = WebhookBodies.Of(WebhookBodies.Text("wamid.1", $"Good morning {Rules.Card}", product.Clock.GetUtcNow(), Phone, number: StrangeNumber));

        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(body));
        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(body));
        var item = Assert.Single(await product.RawInbox.List(null, 10));
        Assert.Equal(("unknown_number", 2), (item.Reason, item.Times));
        Assert.Contains("Good morning [payment card]", (await product.RawInbox.Read(item.Id))?.Body, StringComparison.Ordinal);
        Assert.Equal(1, await product.RawInbox.CountOpen());
        Assert.Equal("not_found", (await product.RawInbox.Replay(item.Id)).Refusal?.Code);

        await product.Service<IOrganizationStore>().SaveAsync(Fabrikam, expectedVersion: 0);
        Assert.Null((await product.RawInbox.Replay(item.Id)).Refusal);

        Assert.Equal($"Good morning {Rules.Card}", Assert.Single(await product.Threads("fabrikam")).Preview);
        Assert.NotNull(Assert.Single(await product.RawInbox.List(null, 10)).ReplayedAt);
        Assert.Equal(0, await product.RawInbox.CountOpen());
    }

    [Fact]
    public async Task A_number_that_moves_takes_what_comes_for_it_along()
    {
        await using var product = await Product.StartAsync();
        var store = product.Service<IOrganizationStore>();
        await store.SaveAsync(Fabrikam, expectedVersion: 0);
        byte[] Written(string wamid) => WebhookBodies.Of(WebhookBodies.Text(wamid, wamid, product.Clock.GetUtcNow(), Phone, number: StrangeNumber));
        await product.Take(Written("wamid.1"));

        await store.SaveAsync(Fabrikam with { Lines = [] }, expectedVersion: 1);
        await store.SaveAsync(Fabrikam with { Id = "fourth-coffee" }, expectedVersion: 0);
        product.Clock.Advance(TimeSpan.FromSeconds(2));
        await product.Take(Written("wamid.2"));

        Assert.Equal("wamid.1", Assert.Single(await product.Threads("fabrikam")).Preview);
        Assert.Equal("wamid.2", Assert.Single(await product.Threads("fourth-coffee")).Preview);
    }

    [Theory]
    [InlineData("unknown_message")]
    [InlineData("unknown_account")]
    [InlineData("unknown_field")]
    [InlineData("malformed")]
    [InlineData("not_json")]
    public async Task What_belongs_to_nobody_is_kept_raw(string reason)
    {
        await using var product = await Product.StartAsync();
        var body = reason switch
        {
            "unknown_message" => WebhookBodies.Of(WebhookBodies.Status("wamid.nobody's", "sent", product.Clock.GetUtcNow(), "nobody's")),
            "unknown_account" => WebhookBodies.Of("777", WebhookBodies.TemplateStatus("1", "offer", "APPROVED")),
            "unknown_field" => WebhookBodies.Of(new JsonObject { ["field"] = "weather", ["value"] = new JsonObject() }),
            "malformed" => WebhookBodies.Of(JsonValue.Create("what is this?")),
            _ => "{ nothing"u8.ToArray(),
        };

        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(body));

        var item = Assert.Single(await product.RawInbox.List(null, 10));
        Assert.Equal(reason, item.Reason);
        Assert.Equal("not_found", (await product.RawInbox.Replay(item.Id)).Refusal?.Code);
    }

    [Fact]
    public async Task An_item_that_is_not_understood_holds_up_none_of_its_batch()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();

        var receipt = await product.Take(WebhookBodies.Of(
            JsonValue.Create("what is this?"),
            WebhookBodies.Text("wamid.1", "For nobody", now, Phone, number: StrangeNumber),
            WebhookBodies.Text("wamid.2", "Good morning", now, Phone),
            WebhookBodies.Status("wamid.nobody's", "sent", now),
            WebhookBodies.Text("wamid.3", "And good day", now, "+4915199900001")));

        Assert.Equal(new WebhookReceipt(true, 2, 3), receipt);
        Assert.Equal(2, (await product.Threads()).Count);
    }

    [Fact]
    public async Task An_item_that_could_not_be_stored_has_the_webhook_sent_again_and_the_others_are_in()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();
        var ada = await product.Talk(Phone);
        var grace = await product.Talk("+4915199900001", "Grace Hopper");
        var body = WebhookBodies.Of(
            WebhookBodies.Text("wamid.1", "Good morning", now, Phone), WebhookBodies.Text("wamid.2", "Good day", now, "+4915199900001"));
        product.Appends.Before("message_received", _ => throw new StorageUnavailableException("The disk is full."), ada.Key);

        await Assert.ThrowsAnyAsync<Exception>(() => product.Take(body));
        Assert.Empty(await ada.Messages());
        Assert.Single(await grace.Messages());

        Assert.Equal(new WebhookReceipt(true, 2, 0), await product.Take(body));
        Assert.Single(await ada.Messages());
        Assert.Single(await grace.Messages());
    }

    [Fact]
    public async Task An_item_that_fails_is_kept_raw_and_holds_up_none_of_its_sender()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();
        var talk = await product.Talk(Phone);
        product.Appends.Before("message_received", _ => throw new InvalidOperationException("Nothing can be done with it."), talk.Key);

        var receipt = await product.Take(WebhookBodies.Of(
            WebhookBodies.Text("wamid.1", "Good morning", now, Phone), WebhookBodies.Text("wamid.2", "Good day", now, Phone)));

        Assert.Equal(new WebhookReceipt(true, 1, 1), receipt);
        Assert.Equal("Good day", Assert.Single(await talk.Messages()).Text);
        var item = Assert.Single(await product.RawInbox.List(null, 10));
        Assert.Equal("failed", item.Reason);
        Assert.Null((await product.RawInbox.Replay(item.Id)).Refusal);
        Assert.Equal(["Good day", "Good morning"], (await talk.Messages()).Select(message => message.Text));
    }

    [Fact]
    public async Task What_a_conversation_that_this_release_can_not_read_was_to_get_is_kept_raw_until_it_can()
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();
        var talk = await product.Talk(Phone);
        await product.Service<IConversationLog>().AppendAsync(new AppendRequest
        {
            Conversation = talk.Key,
            ExpectedVersion = 0,
            Events = [new LogRow(1, "from_tomorrow", 99, null, now, null, "{}"u8.ToArray())],
        });

        var receipt = await product.Take(WebhookBodies.Of(
            WebhookBodies.Text("wamid.1", "Good morning", now, Phone),
            WebhookBodies.Text("wamid.2", "Good day", now, Phone),
            WebhookBodies.Text("wamid.3", "Good evening", now, "+4915199900001")));

        Assert.Equal(new WebhookReceipt(true, 1, 2), receipt);
        Assert.Equal("Good evening", Assert.Single(await product.Threads()).Preview);
        var kept = await product.RawInbox.List(null, 10);
        Assert.Equal(["failed", "failed"], kept.Select(item => item.Reason));
        Assert.Contains("failed", (await product.RawInbox.Replay(kept[0].Id)).Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_nothing_can_be_sealed_nothing_is_kept_raw_and_the_webhook_comes_again()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk(Phone);
        var body = WebhookBodies.Of(WebhookBodies.Text("wamid.1", "Good morning", product.Clock.GetUtcNow(), Phone));
        product.Appends.Before("message_received", _ => throw new SealBrokenException("The master key is another one."), talk.Key);

        await Assert.ThrowsAnyAsync<Exception>(() => product.Take(body));

        Assert.Empty(await product.RawInbox.List(null, 10));
        Assert.Equal(new WebhookReceipt(true, 1, 0), await product.Take(body));
    }

    [Fact]
    public async Task Without_a_valid_signature_nothing_is_taken()
    {
        await using var product = await Product.StartAsync();
        var body = WebhookBodies.Of(WebhookBodies.Text("wamid.1", "Good morning", product.Clock.GetUtcNow(), Phone));

        var receipt = await product.Grains.GetGrain<IWebhookGrain>("whatsapp")
            .Take(new WebhookDelivery(body, "sha256=" + Convert.ToHexStringLower(new byte[32])));

        Assert.Equal(new WebhookReceipt(false, 0, 0), receipt);
        Assert.Empty(await product.Threads());
        Assert.Empty(await product.RawInbox.List(null, 10));
    }

    [Fact]
    public async Task The_raw_inbox_stores_nothing_that_can_be_read()
    {
        await using var product = await Product.StartAsync();
        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "A secret", product.Clock.GetUtcNow(), Phone, number: StrangeNumber)));

        var stored = Assert.Single(await product.Service<Storage.RawInbox.IRawInbox>().ReadAsync(null, 10));
        var item = (await product.Service<Storage.RawInbox.IRawInbox>().FindAsync(stored.Id))!.Item;
        Assert.DoesNotContain("A secret", Encoding.UTF8.GetString(item.Sealed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_whose_seal_is_broken_is_listed_and_neither_shown_nor_replayed()
    {
        await using var product = await Product.StartAsync();
        await product.Take("{ nothing"u8.ToArray());
        await product.Take("{ nothing more"u8.ToArray());
        await product.Alter("UPDATE raw_inbox SET sealed = zeroblob(length(sealed)) WHERE id = 1");

        var items = await product.RawInbox.List(null, 10);

        Assert.Equal([(2, 14), (1, 9)], items.Select(item => (item.Id, item.Size)));
        Assert.Equal("{ nothing more", (await product.RawInbox.Read(2))?.Body);
        Assert.Equal((1, null), await product.RawInbox.Read(1) is { } broken ? (broken.Item.Id, broken.Body) : default);
        Assert.Contains("seal", (await product.RawInbox.Replay(1)).Refusal?.Message, StringComparison.Ordinal);
        Assert.Null(await product.RawInbox.Read(3));
    }

    [Theory]
    [InlineData("subscribe", SimulatedWhatsApp.VerifyToken, "1158201444")]
    [InlineData("subscribe", "guessed", null)]
    [InlineData("unsubscribe", SimulatedWhatsApp.VerifyToken, null)]
    public async Task The_handshake_is_answered_for_who_knows_the_verify_token(string mode, string token, string? answer)
    {
        await using var product = await Product.StartAsync();

        Assert.Equal(answer, await product.Grains.GetGrain<IWebhookGrain>("whatsapp").Handshake(mode, token, "1158201444"));
    }

    private static Organization Fabrikam { get; } = new()
    {
        Id = "fabrikam",
        Name = "Fabrikam",
        WhatsAppEnabled = true,
        Lines = [new Line(Firms.Line, "Front desk") { Numbers = [new LineNumber(Channel.WhatsApp, StrangeNumber, "+1 555 0100")] }],
    };
}
