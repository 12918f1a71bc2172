using System.Text.Json.Nodes;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Arrivals;

/// <summary>Everything that can arrive from WhatsApp is in the thread as what it is.</summary>
public sealed class ArrivalTests
{
    private const string Phone = "+" + WebhookSamples.Phone;

    [Theory]
    [MemberData(nameof(WebhookSamples.Names), MemberType = typeof(WebhookSamples))]
    public async Task Every_kind_of_item_is_taken_in_and_none_opens_a_session_that_is_no_writing_and_no_call(string name)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk(Phone);
        var at = product.Clock.GetUtcNow();

        Assert.Equal(new WebhookReceipt(true, 1, 0), await product.Take(WebhookBodies.Of(WebhookSamples.One(name, at))));

        var silent = name is "unsupported" or "welcome" or "identity" or "reaction" or "edit" or "revocation of a message that is not here"
            or "call that ended" or "recording" or "transcript" or "echo" or "history" or "preference" or "address book";
        Assert.Equal(!silent, (await talk.Standing()).SessionOpen);
    }

    [Fact]
    public async Task A_file_is_shown_with_its_caption_and_name()
    {
        await using var product = await Product.StartAsync();
        var document = Assert.Single(await Shown(product, "document"));

        Assert.Equal(("document", "The offer"), (document.Kind, document.Text));
        Assert.Equal(new MediaPart("document", "1007", "application/pdf", null, "offer.pdf"), document.Parts!.Media);
    }

    [Theory]
    [InlineData("image", "audio", "image")]
    [InlineData("voice", "audio", "voice")]
    [InlineData("voicemail", "audio", "voicemail")]
    public async Task A_picture_a_voice_note_and_a_voicemail_are_told_apart(string sample, string kind, string media)
    {
        await using var product = await Product.StartAsync();
        var message = Assert.Single(await Shown(product, sample));

        Assert.Equal((sample == "image" ? "image" : kind, media), (message.Kind, message.Parts!.Media!.Kind));
    }

    [Fact]
    public async Task A_location_a_card_an_order_a_choice_and_a_form_are_shown_with_what_they_hold()
    {
        await using var product = await Product.StartAsync();
        var shown = await Shown(product, "location", "contacts", "order", "list reply", "flow reply");

        Assert.Equal(new LocationPart(37.44, -122.16, "Philz Coffee", null), shown[0].Parts!.Location);
        var card = Assert.Single(shown[1].Parts!.Cards!);
        Assert.Equal(("Ann Lee", "+1 983 555 2319"), (card.Name, Assert.Single(card.Phones)));
        Assert.Equal(("gift wrap", new OrderLinePart("di9", 2, "30", "USD")), (shown[2].Text, Assert.Single(shown[2].Parts!.Order!.Lines)));
        Assert.Equal(("Express", "2 days"), (shown[3].Text, shown[3].Parts!.Detail));
        Assert.Equal(("Sent", "{\"a\":1}"), (shown[4].Text, shown[4].Parts!.Detail));
    }

    [Fact]
    public async Task A_reaction_and_an_edit_are_shown_at_the_message_and_are_no_messages()
    {
        await using var product = await Product.StartAsync();
        var message = Assert.Single(await Shown(product, "target", "reaction", "edit"));

        Assert.Equal(("👍", "The first, better"), (message.Reaction, message.Text));
        Assert.NotNull(message.EditedAt);
    }

    [Fact]
    public async Task A_deleted_message_is_not_shown_any_more_and_stays_in_the_log()
    {
        await using var product = await Product.StartAsync();
        await Shown(product, "target");
        var revoke = WebhookSamples.One("revocation of a message that is not here", product.Clock.GetUtcNow());
        revoke["value"]!["messages"]![0]!["revoke"]!["original_message_id"] = WebhookSamples.Target;

        await product.Take(WebhookBodies.Of(revoke));

        var talk = await product.Talk(Phone);
        var message = Assert.Single(await talk.Messages());
        Assert.Null(message.Text);
        Assert.NotNull(message.RevokedAt);
        Assert.Equal(1, await talk.CountInLog("message_received"));
        Assert.Null(Assert.Single(await product.Threads()).Preview);
    }

    [Fact]
    public async Task A_change_of_a_message_that_is_not_here_names_it()
    {
        await using var product = await Product.StartAsync();

        var revoked = Assert.Single(await Shown(product, "revocation of a message that is not here"));

        Assert.Equal(("revoke", "wamid.elsewhere"), (revoked.Kind, revoked.InReplyTo));
    }

    [Fact]
    public async Task What_one_of_ours_deleted_in_the_app_names_what_was_deleted_and_leaves_it()
    {
        await using var product = await Product.StartAsync();
        await Shown(product, "echo");
        var deletion = WebhookSamples.One("echo", product.Clock.GetUtcNow());
        var item = deletion["value"]!["message_echoes"]![0]!.AsObject();
        item.Remove("text");
        (item["id"], item["type"]) = ("wamid.deletion", "revoke");
        item["revoke"] = new JsonObject { ["original_message_id"] = "wamid.echo" };

        var body = WebhookBodies.Of(deletion);
        await product.Take(body);
        await product.Take(body);

        var messages = await (await product.Talk(Phone)).Messages();
        Assert.Equal(
            [("text", "From my phone", null), ("revoke", null, "wamid.echo")],
            messages.Select(message => (message.Kind, message.Text, message.InReplyTo)));
    }

    [Theory]
    [InlineData("text", "granted")]
    [InlineData("call permission", "not_asked")]
    public async Task Whoever_writes_first_consents_and_whoever_answers_our_wish_to_call_does_not(string sample, string consent)
    {
        await using var product = await Product.StartAsync();
        await Shown(product, sample);

        Assert.Equal(consent, (await (await product.Talk(Phone)).Standing()).Consent);
    }

    [Theory]
    [InlineData("image", "image", "Taj Mahal")]
    [InlineData("voice", "voice", null)]
    [InlineData("voicemail", "voicemail", null)]
    [InlineData("location", "location", "Philz Coffee")]
    [InlineData("contacts", "contacts", "Ann Lee")]
    public async Task The_inbox_says_what_came_last_without_words_too(string sample, string kind, string? preview)
    {
        await using var product = await Product.StartAsync();
        await Shown(product, sample);

        var thread = Assert.Single(await product.Threads());
        Assert.Equal((kind, preview), (thread.LastKind!, thread.Preview));
    }

    [Fact]
    public async Task A_reaction_to_a_message_of_ours_is_shown_there()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk(Phone);
        var sent = await talk.Delivered("Good morning to you");
        var reaction = WebhookSamples.One("reaction", product.Clock.GetUtcNow());
        reaction["value"]!["messages"]![0]!["reaction"]!["message_id"] = sent.ProviderMessageId;

        await product.Take(WebhookBodies.Of(reaction));

        Assert.Equal("👍", (await talk.Conversation.GetMessage(sent.MessageId))!.Reaction);
    }

    [Fact]
    public async Task A_call_is_one_entry_of_the_thread_with_how_it_ended()
    {
        await using var product = await Product.StartAsync();
        var call = Assert.Single(await Shown(product, "call", "transcript", "call that ended", "recording"));

        Assert.Equal(("call", "in"), (call.Kind, call.Direction));
        Assert.Equal(("terminate", "completed", 17), (call.Call!.Happened, call.Call.Result!, call.Call.Seconds!.Value));
        Assert.Equal((new MediaPart("audio", "2001", "audio/ogg", null, null), "2002"), (call.Call.Recording!, call.Call.Transcript!.ProviderId));
        Assert.Equal("call", Assert.Single(await product.Threads()).LastKind);
    }

    [Fact]
    public async Task What_one_of_ours_wrote_in_the_app_is_in_the_thread_and_its_statuses_find_it()
    {
        await using var product = await Product.StartAsync();
        var echo = Assert.Single(await Shown(product, "echo"));
        Assert.Equal(("out", "sent", "From my phone", true), (echo.Direction, echo.Status, echo.Text, echo.SentFromApp));

        await product.Take(WebhookBodies.Of(WebhookBodies.Status("wamid.echo", "read", product.Clock.GetUtcNow())));

        Assert.Equal("read", Assert.Single(await (await product.Talk(Phone)).Messages()).Status);
    }

    [Fact]
    public async Task History_is_shown_as_such_and_its_STOP_says_nothing()
    {
        await using var product = await Product.StartAsync();
        var old = Assert.Single(await Shown(product, "history"));

        Assert.Equal(("in", "STOP", true), (old.Direction, old.Text, old.Historic));
        Assert.Equal("not_asked", (await (await product.Talk(Phone)).Standing()).Consent);
        Assert.Equal(0, Assert.Single(await product.Threads()).Unread);
    }

    [Fact]
    public async Task The_address_book_names_whoever_has_no_name_yet_and_nobody_else()
    {
        await using var product = await Product.StartAsync();
        var entry = WebhookSamples.One("address book", product.Clock.GetUtcNow());

        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(WebhookBodies.Of(entry)));
        var text = WebhookBodies.Text("wamid.1", "Hello", product.Clock.GetUtcNow(), Phone);
        text["value"]!["contacts"]![0]!["profile"]!["name"] = "";
        await product.Take(WebhookBodies.Of(text));
        Assert.Equal(Phone, Assert.Single(await product.Contacts()).Name);

        Assert.Equal(new WebhookReceipt(true, 1, 0), await product.Take(WebhookBodies.Of(WebhookSamples.One("address book", product.Clock.GetUtcNow()))));
        Assert.Equal("Ada", Assert.Single(await product.Contacts()).Name);
    }

    private static async Task<IReadOnlyList<MessageSummary>> Shown(Product product, params string[] samples)
    {
        foreach (var sample in samples)
        {
            Assert.Equal(new WebhookReceipt(true, 1, 0), await product.Take(WebhookBodies.Of(WebhookSamples.One(sample, product.Clock.GetUtcNow()))));
        }

        return await (await product.Talk(Phone)).Messages();
    }
}
