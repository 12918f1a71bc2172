using System.Text;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class InboundMessageTests
{
    [Fact]
    public void A_text_is_read_with_all_that_is_known_of_its_sender()
    {
        var message = Read(Webhook.Text);

        Assert.Equal(Webhook.Number, message.PhoneNumberId);
        Assert.Equal("wamid.text", message.Wamid);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1749416383), message.Timestamp);
        Assert.Equal(new InboundContent.Text("Hello"), message.Content);
        Assert.Equal("+16505551234", message.FromPhone);
        Assert.Equal("US.1349", message.FromUserId);
        Assert.Equal("US.ENT.118", message.FromParentUserId);
        Assert.Equal("Sheena Nelson", message.ProfileName);
        Assert.Equal("realsheenanelson", message.Username);
        Assert.Null(message.ContextMessageId);
        Assert.Equal(Webhook.Text, message.RawText());
    }

    [Theory]
    [InlineData("\"button\":{\"payload\":\"OPTIN_ACCEPT:t\",\"text\":\"Accept\"}", "OPTIN_ACCEPT:t", "Accept")]
    [InlineData("\"button\":{\"text\":\"Accept\"}", "Accept", "Accept")]
    [InlineData("\"button\":{\"payload\":\"OPTIN_ACCEPT:t\"}", "OPTIN_ACCEPT:t", "OPTIN_ACCEPT:t")]
    public void A_tap_on_a_template_gives_its_payload_and_label(string button, string payload, string label)
    {
        var message = Read($$$"""
            {"from":"16505551234","id":"wamid.tap","timestamp":"1749416383","type":"button",{{{button}}},"context":{"from":"15550783881","id":"wamid.request"}}
            """);

        Assert.Equal(new InboundContent.Button(payload, label), message.Content);
        Assert.Equal("wamid.request", message.ContextMessageId);
    }

    [Fact]
    public void A_tap_is_read_without_the_context_that_Meta_sometimes_leaves_out() =>
        Assert.Null(Read("""
            {"from":"16505551234","id":"wamid.tap","timestamp":"1749416383","type":"button","button":{"payload":"p","text":"Accept"}}
            """).ContextMessageId);

    [Fact]
    public void A_tap_on_a_reply_button_gives_its_id_and_title() =>
        Assert.Equal(new InboundContent.ButtonReply("yes", "Yes"), Read("""
            {"from":"16505551234","id":"wamid.1","timestamp":"1749416383","type":"interactive",
             "interactive":{"type":"button_reply","button_reply":{"id":"yes","title":"Yes"}}}
            """).Content);

    [Theory]
    [InlineData("\"type\":\"hologram\"", "hologram")]
    [InlineData("\"type\":\"text\",\"text\":\"no object\"", "text")]
    [InlineData("\"type\":\"text\",\"text\":{\"body\":7}", "text")]
    [InlineData("\"type\":\"button\",\"button\":[]", "button")]
    [InlineData("\"type\":\"interactive\"", "interactive")]
    [InlineData("\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\"}", "interactive.list_reply")]
    [InlineData("\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\"}", "interactive.button_reply")]
    [InlineData("\"type\":7", "unknown")]
    [InlineData("\"text\":{\"body\":\"no type\"}", "unknown")]
    public void Content_that_is_not_understood_is_a_message_all_the_same_and_kept(string members, string type)
    {
        var json = $$"""{"from":"16505551234","id":"wamid.1","timestamp":"1749416383",{{members}}}""";
        var message = Read(json);

        Assert.Equal(new InboundContent.Other(type), message.Content);
        Assert.Equal(json, message.RawText());
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("image", true)]
    [InlineData("location", true)]
    [InlineData("interactive", true)]
    [InlineData("system", false)]
    [InlineData("reaction", false)]
    [InlineData("edit", false)]
    [InlineData("revoke", false)]
    [InlineData("unsupported", false)]
    [InlineData("request_welcome", false)]
    [InlineData("media_placeholder", false)]
    [InlineData("hologram", true)]
    public void Only_what_the_contact_wrote_opens_the_session(string type, bool opens) =>
        Assert.Equal(opens, Read($$"""{"from":"16505551234","id":"wamid.1","timestamp":"1749416383","type":"{{type}}"}""").OpensSession);

    [Theory]
    [InlineData("\"from\":\"16505551234\"", "", "+16505551234", null)]
    [InlineData("\"from\":\"+16505551234\"", "", "+16505551234", null)]
    [InlineData("\"from\":\"US.1349\"", "", null, "US.1349")]
    [InlineData("\"from_user_id\":\"US.1349\"", "", null, "US.1349")]
    [InlineData("\"from\":\"16505551234\",\"from_user_id\":\"US.1349\"", "", "+16505551234", "US.1349")]
    [InlineData("\"x\":0", "{\"wa_id\":\"16505551234\"}", "+16505551234", null)]
    [InlineData("\"x\":0", "{\"wa_id\":\"US.1349\"}", null, "US.1349")]
    [InlineData("\"x\":0", "{\"user_id\":\"US.1349\"}", null, "US.1349")]
    [InlineData("\"from\":\"16505551234\"", "{\"wa_id\":\"16505551234\",\"user_id\":\"US.1349\"}", "+16505551234", "US.1349")]
    [InlineData("\"from_user_id\":\"US.1349\"", "{\"wa_id\":\"16505551234\",\"user_id\":\"US.1349\"}", "+16505551234", "US.1349")]
    [InlineData("\"from\":\"16505551234\"", "{\"wa_id\":\"19995550000\",\"user_id\":\"US.other\"}", "+16505551234", null)]
    [InlineData("\"from\":\"16505551234\"", "{\"wa_id\":\"1\",\"user_id\":\"US.2\"},{\"wa_id\":\"16505551234\",\"user_id\":\"US.3\"}", "+16505551234", "US.3")]
    public void The_sender_is_found_wherever_Meta_names_it(string members, string contacts, string? phone, string? userId)
    {
        var message = Read($$$"""{ {{{members}}},"id":"wamid.1","timestamp":"1749416383","type":"text","text":{"body":"Hello"}}""", contacts);

        Assert.Equal(phone, message.FromPhone);
        Assert.Equal(userId, message.FromUserId);
    }

    [Theory]
    [InlineData("\"timestamp\":\"1749416383\"")]
    [InlineData("\"timestamp\":1749416383")]
    public void A_timestamp_comes_as_text_and_as_number(string timestamp) =>
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(1749416383),
            Read($$"""{"from":"16505551234","id":"wamid.1",{{timestamp}},"type":"system"}""").Timestamp);

    [Theory]
    [InlineData("\"from\":\"16505551234\",\"timestamp\":\"1749416383\"", UnhandledReason.Malformed)]
    [InlineData("\"from\":\"16505551234\",\"id\":\"\",\"timestamp\":\"1749416383\"", UnhandledReason.Malformed)]
    [InlineData("\"from\":\"16505551234\",\"id\":\"wamid.1\"", UnhandledReason.Malformed)]
    [InlineData("\"from\":\"16505551234\",\"id\":\"wamid.1\",\"timestamp\":\"soon\"", UnhandledReason.Malformed)]
    [InlineData("\"from\":\"16505551234\",\"id\":\"wamid.1\",\"timestamp\":-5", UnhandledReason.Malformed)]
    [InlineData("\"from\":\"16505551234\",\"id\":\"wamid.1\",\"timestamp\":99999999999999999999", UnhandledReason.Malformed)]
    [InlineData("\"from\":\"16505551234\",\"id\":\"wamid.1\",\"timestamp\":253402300800", UnhandledReason.Malformed)]
    [InlineData("\"id\":\"wamid.1\",\"timestamp\":\"1749416383\"", UnhandledReason.NoSender)]
    [InlineData("\"from\":\"somebody\",\"id\":\"wamid.1\",\"timestamp\":\"1749416383\"", UnhandledReason.NoSender)]
    [InlineData("\"from\":{},\"id\":\"wamid.1\",\"timestamp\":\"1749416383\"", UnhandledReason.NoSender)]
    [InlineData("\"from\":\"16505551234\",\"group_id\":\"g\",\"id\":\"wamid.1\",\"timestamp\":\"1749416383\"", UnhandledReason.Group)]
    public void A_message_that_belongs_to_nobody_is_kept_with_the_reason(string members, string reason)
    {
        var json = $$$"""{ {{{members}}},"type":"text","text":{"body":"Hello"}}""";
        var item = Assert.IsType<UnhandledItem>(Webhook.Message(json, contacts: ""));

        Assert.Equal(reason, item.Reason);
        Assert.Equal(Webhook.Number, item.PhoneNumberId);
        Assert.Equal(json, item.RawText());
    }

    [Theory]
    [InlineData("a\\u0000b", "a\uFFFDb")]
    [InlineData("half \\ud83d", "half \uFFFD")]
    [InlineData("\\ude00\\ud83d\\\\ \\\"q\\\" \\/\\b\\f\\n\\r\\t\\u00e4", "\uFFFD\uFFFD\\ \"q\" /\b\f\n\r\tä")]
    [InlineData("whole \\ud83d\\ude00", "whole \U0001F600")]
    public void Text_that_is_not_quite_Unicode_is_read_with_replacements(string escaped, string text) =>
        Assert.Equal(new InboundContent.Text(text), Read($$$"""
            {"from":"16505551234","id":"wamid.1","timestamp":"1749416383","type":"text","text":{"body":"{{{escaped}}}"}}
            """).Content);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_read_with_replacements()
    {
        var body = Encoding.Latin1.GetBytes(Webhook.Value($$"""
            "contacts":[],"messages":[{{Webhook.Text.Replace("Hello", "Gr\u00fc\u00dfe", StringComparison.Ordinal)}}]
            """));

        var message = Assert.IsType<InboundMessage>(Assert.Single(WebhookParser.Parse(body)));
        Assert.Equal(new InboundContent.Text("Gr\uFFFD\uFFFDe"), message.Content);
    }

    private static InboundMessage Read(string message, string contacts = Webhook.Sheena) =>
        Assert.IsType<InboundMessage>(Webhook.Message(message, contacts));
}
