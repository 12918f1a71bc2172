using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Connectors.Tests.Support;
using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

/// <summary>Every webhook that Meta and others have published.</summary>
public sealed class PublishedWebhookTests
{
    private const string Meta = "facebook-openapi/whatsapp_webhooks";

    [PayloadsFact]
    public void Every_webhook_of_Metas_own_examples_is_read()
    {
        var files = Payloads.Files(Meta).ToDictionary(file => file, file => WebhookParser.Parse(File.ReadAllBytes(file)));

        Assert.Equal(16, files.Count);
        Assert.All(files, file => AssertComplete(file.Key, file.Value));
        Assert.Equal(13, files.Values.Count(items => items.Single() is InboundMessage { FromPhone: not null }));
        Assert.Equal(
            ["group_create_message", "group_remove_participants", "group_settings_update"],
            files.Where(file => file.Value.Single() is UnhandledItem { Reason: UnhandledReason.UnknownField, PhoneNumberId: not null })
                .Select(file => Path.GetFileNameWithoutExtension(file.Key)));
    }

    [PayloadsFact]
    public void The_content_of_Metas_own_examples_is_understood()
    {
        Assert.Equal(new InboundContent.Text("Does it come in another color?"), Message("text_message").Content);
        Assert.Equal(new InboundContent.Button("Unsubscribe", "Unsubscribe"), Message("button_message").Content);
        Assert.Equal(new InboundContent.ButtonReply("cancel-button", "Cancel"), Message("interactive_button_reply_message").Content);
        Assert.Equal(new InboundContent.Other("interactive.list_reply"), Message("interactive_list_reply_message").Content);
        Assert.Equal(new InboundContent.Other("image"), Message("image_message").Content);
    }

    [PayloadsFact]
    public void Every_webhook_of_another_clients_tests_is_read()
    {
        var files = Payloads.Files("netflie-whatsapp-cloud-api").ToDictionary(file => file, file => WebhookParser.Parse(Filled(file)));

        Assert.Equal(30, files.Count);
        Assert.All(files, file => AssertComplete(file.Key, file.Value));
        var items = files.Values.SelectMany(found => found).ToList();
        Assert.Equal(9, items.OfType<MessageStatus>().Count());
        Assert.Equal(22, items.OfType<InboundMessage>().Count());
        Assert.Equal(31, items.Count);
    }

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

    private static InboundMessage Message(string name) => Assert.IsType<InboundMessage>(Assert.Single(
        WebhookParser.Parse(File.ReadAllBytes(Payloads.Files(Meta).Single(file => Path.GetFileNameWithoutExtension(file) == name)))));

    // These have words in the place of numbers.
    private static byte[] Filled(string file) => Encoding.UTF8.GetBytes(File.ReadAllText(file)
        .Replace("\"PHONE_NUMBER\"", "\"16505551234\"", StringComparison.Ordinal)
        .Replace("\"SENDER_PHONE_NUMBER\"", "\"16505551234\"", StringComparison.Ordinal)
        .Replace("\"from\": \"PHONE_NUMBER_ID\"", "\"from\": \"16505551234\"", StringComparison.Ordinal));
}
