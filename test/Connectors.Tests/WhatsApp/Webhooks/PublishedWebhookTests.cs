using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

/// <summary>Every webhook that Meta and others have published.</summary>
public sealed class PublishedWebhookTests
{
    private const string Meta = "facebook-openapi/whatsapp_webhooks";

    /// <summary>What each of Meta's examples is: a message by its type, or why it is kept raw.</summary>
    private static readonly (string File, string Item)[] MetaExamples =
    [
        ("button_message", "button"),
        ("contact_sharing_message", "contacts"),
        ("group_create_message", UnhandledReason.NotUsed),
        ("group_remove_participants", UnhandledReason.NotUsed),
        ("group_settings_update", UnhandledReason.NotUsed),
        ("image_message", "image"),
        ("interactive_button_reply_message", "interactive.button_reply"),
        ("interactive_list_reply_message", "interactive.list_reply"),
        ("location_message", "location"),
        ("order_message", "order"),
        ("reaction_message", "reaction"),
        ("system_message", "system"),
        ("text_message", "text"),
        ("text_message_from_click_to_whatsapp_ad", "text"),
        ("text_message_with_context_product_inquiry", "text"),
        ("unsupported_message", "unsupported"),
    ];

    private static readonly (string File, string Items)[] OtherExamples =
    [
        ("messages_button_01", "button"),
        ("messages_button_02", "button"),
        ("messages_contacts_01", "contacts"),
        ("messages_document_01", "document"),
        ("messages_image_01", "image"),
        ("messages_interactive_button_reply_01", "interactive.button_reply"),
        ("messages_interactive_list_reply_01", "interactive.list_reply"),
        ("messages_interactive_nfm_reply_01", "interactive.nfm_reply"),
        ("messages_location_01", "location"),
        ("messages_order_01", "order"),
        ("messages_reaction_01", "reaction"),
        ("messages_reaction_02", "reaction"),
        ("messages_status_delivered_01", "Delivered"),
        ("messages_status_delivered_02", "Delivered"),
        ("messages_status_delivered_03", "Delivered"),
        ("messages_status_delivered_04", "Delivered"),
        ("messages_status_delivered_05", "Delivered"),
        ("messages_status_delivered_06", "Delivered"),
        ("messages_status_failed_01", "Failed"),
        ("messages_status_read_01", "Read"),
        ("messages_status_read_02", "Read"),
        ("messages_sticker_01", "sticker"),
        ("messages_system_01", "system"),
        ("messages_text_01", "text"),
        ("messages_text_02", "text, text"),
        ("messages_text_03", "text"),
        ("messages_text_04", "text"),
        ("messages_text_05", "text"),
        ("messages_text_06", "text"),
        ("messages_unknown_01", "unknown?"),
    ];

    [PayloadsFact]
    public void Each_of_Metas_own_examples_is_understood_or_kept_for_a_known_reason()
    {
        var files = Payloads.Files(Meta).ToDictionary(file => file, file => WebhookParser.Parse(File.ReadAllBytes(file)));

        Assert.All(files, file => AssertComplete(file.Key, file.Value));
        Assert.Equal(MetaExamples, Told(files));
    }

    [PayloadsFact]
    public void Each_webhook_of_another_clients_tests_is_understood()
    {
        var files = Payloads.Files("netflie-whatsapp-cloud-api").ToDictionary(file => file, file => WebhookParser.Parse(Filled(file)));

        Assert.All(files, file => AssertComplete(file.Key, file.Value));
        Assert.Equal(OtherExamples, Told(files));
    }

    private static IEnumerable<(string, string)> Told(Dictionary<string, IReadOnlyList<WebhookItem>> files) => files
        .Select(file => (Path.GetFileNameWithoutExtension(file.Key), string.Join(", ", file.Value.Select(Told))))
        .OrderBy(file => file.Item1, StringComparer.Ordinal);

    private static string Told(WebhookItem item) => item switch
    {
        InboundMessage { Content: InboundContent.Other other } => $"{other.Type}?",
        InboundMessage message => message.Content.Type,
        MessageStatus status => status.Status.ToString(),
        UnhandledItem unhandled => unhandled.Reason,
        _ => item.GetType().Name,
    };

    // As many items as there are in the lists, each readable alone.
    private static void AssertComplete(string file, IReadOnlyList<WebhookItem> items)
    {
        var values = JsonNode.Parse(File.ReadAllText(file))!["entry"]!.AsArray()
            .SelectMany(entry => entry!["changes"]!.AsArray())
            .Select(change => change!["value"]!.AsObject());
        Assert.Equal(values.Sum(value => Math.Max(1, Count(value, "messages") + Count(value, "statuses"))), items.Count);
        Assert.All(items, WebhookWalkTests.AssertReadAgain);
    }

    private static int Count(JsonObject value, string list) => value[list]?.AsArray().Count ?? 0;

    // These have words in the place of numbers.
    private static byte[] Filled(string file) => Encoding.UTF8.GetBytes(File.ReadAllText(file)
        .Replace("\"PHONE_NUMBER\"", "\"16505551234\"", StringComparison.Ordinal)
        .Replace("\"SENDER_PHONE_NUMBER\"", "\"16505551234\"", StringComparison.Ordinal)
        .Replace("\"LOCATION_LATITUDE\"", "37.44", StringComparison.Ordinal)
        .Replace("\"LOCATION_LONGITUDE\"", "-122.16", StringComparison.Ordinal)
        .Replace("\"from\": \"PHONE_NUMBER_ID\"", "\"from\": \"16505551234\"", StringComparison.Ordinal));
}
