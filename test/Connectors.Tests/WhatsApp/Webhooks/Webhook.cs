using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

/// <summary>Webhooks as Meta writes them, around the items of a test.</summary>
internal static class Webhook
{
    public const string Number = "106540352242922";

    public const string Sheena =
        """{"profile":{"name":"Sheena Nelson","username":"realsheenanelson"},"wa_id":"16505551234","user_id":"US.1349","parent_user_id":"US.ENT.118"}""";

    public const string Text =
        """{"from":"16505551234","from_user_id":"US.1349","id":"wamid.text","timestamp":"1749416383","type":"text","text":{"body":"Hello"}}""";

    public const string Delivered =
        """{"id":"wamid.sent","status":"delivered","timestamp":"1750030073","recipient_id":"16505551234","biz_opaque_callback_data":"attempt-1"}""";

    /// <summary>A webhook whose single value has these members, written after <c>metadata</c>.</summary>
    public static string Value(string members, string field = "messages") => Change($$$"""
        "field":"{{{field}}}","value":{"messaging_product":"whatsapp",
        "metadata":{"display_phone_number":"15550783881","phone_number_id":"{{{Number}}}"},{{{members}}}}
        """);

    public static string Change(string members) => Entry($$"""
        "id":"419561257915477","time":1751247548,"changes":[{{{members}}}]
        """);

    public static string Entry(string members) => $$"""
        {"object":"whatsapp_business_account","entry":[{{{members}}}]}
        """;

    public static IReadOnlyList<WebhookItem> Parse(string body) => WebhookParser.Parse(Encoding.UTF8.GetBytes(body));

    public static WebhookItem Message(string message, string contacts = Sheena) =>
        Assert.Single(Parse(Value($$"""
            "contacts":[{{contacts}}],"messages":[{{message}}]
            """)));

    public static WebhookItem Status(string status) =>
        Assert.Single(Parse(Value($$"""
            "statuses":[{{status}}]
            """)));

    public static JsonNode Json(this WebhookItem item) => JsonNode.Parse(item.Raw.Span)!;

    public static string RawText(this WebhookItem item) => Encoding.UTF8.GetString(item.Raw.Span);
}
