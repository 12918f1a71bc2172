using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

/// <summary>Whatever happens to a webhook, parsing it neither throws nor loses anything. Each case is told by its number.</summary>
public sealed class MutatedWebhookTests
{
    private const int Cases = 4000;

    private static readonly string[] Oddities =
    [
        "null", "true", "7", "-1.5e300", "99999999999999999999", "\"\"", "\"odd\"", "\"\\u0000\"", "\"\\ud83d\"", "[]", "{}", "[[]]",
        """{"\ud83d":1}""", """{"id":1,"id":"2"}""", "[" + Webhook.Text + "]",
    ];

    // Each item names itself, so that it can be looked for afterwards.
    private static readonly string[] Items =
    [
        Webhook.Text.Replace("wamid.text", "item-0", StringComparison.Ordinal),
        """{"from":"16505551234","id":"item-1","timestamp":1749416383,"type":"button","button":{"payload":"p","text":"t"},"context":{"id":"c"}}""",
        """{"from":"16505551234","id":"item-2","timestamp":"1749416383","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"i","title":"t"}}}""",
        Webhook.Delivered.Replace("wamid.sent", "item-3", StringComparison.Ordinal),
        """{"id":"item-4","status":"failed","timestamp":"1750030073","recipient_id":"US.1","errors":[{"code":131026,"error_data":{"details":"d"}}]}""",
        """{"id":"item-5","from":"16505551234","event":"terminate","timestamp":"1750030073","direction":"USER_INITIATED","duration":"9"}""",
        """{"id":"item-6","from":"15550783881","to":"16505551234","timestamp":"1750030073","type":"image","image":{"id":"1","caption":"c"}}""",
        """{"user_id":"US.item-7","category":"marketing_messages","value":"stop","timestamp":1750030073}""",
        """{"wa_id":"16505551234","user_id":{"previous":"US.item-8","current":"US.2"},"timestamp":1750030073}""",
    ];

    private static string Body(string[] items) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","time":1751247548,"changes":[
         {"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"106"},
          "contacts":[{{{Webhook.Sheena}}}],"messages":[{{{items[0]}}},{{{items[1]}}}]}}]},
         {"id":"2","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"106"},
          "messages":[{{{items[2]}}}],"statuses":[{{{items[3]}}},{{{items[4]}}}]}}]},
         {"id":"3","changes":[{"field":"calls","value":{"metadata":{"phone_number_id":"106"},"calls":[{{{items[5]}}}]}},
          {"field":"smb_message_echoes","value":{"metadata":{"phone_number_id":"106"},"message_echoes":[{{{items[6]}}}]}},
          {"field":"user_preferences","value":{"metadata":{"phone_number_id":"106"},"user_preferences":[{{{items[7]}}}]}},
          {"field":"user_id_update","value":{"metadata":{"phone_number_id":"106"},"user_id_update":[{{{items[8]}}}]}}]}]}
        """;

    [Fact]
    public void Bytes_changed_at_random_never_make_it_throw()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var body = Encoding.UTF8.GetBytes(Body(Items));
            for (var i = random.Next(1, 6); i > 0; i--) body[random.Next(body.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) body = body[..random.Next(body.Length)];

            var items = WebhookParser.Parse(body);

            Assert.True(items.Count > 0, $"Case {seed} led to nothing.");
            if (!IsJson(body)) Assert.True(items is [UnhandledItem { Reason: UnhandledReason.NotJson }], $"Case {seed} isn't JSON.");
        }
    }

    [Fact]
    public void A_part_replaced_by_anything_loses_nothing()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var body = Mutate(Body(Items), random);

            var kept = Webhook.Parse(body).Select(item => item.RawText()).ToList();

            for (var i = 0; i < Items.Length; i++)
            {
                if (body.Contains($"item-{i}\"", StringComparison.Ordinal))
                    Assert.True(kept.Exists(raw => raw.Contains($"item-{i}\"", StringComparison.Ordinal)), $"Case {seed} lost item-{i}: {body}");
            }
        }
    }

    [Fact]
    public void An_item_that_is_wrong_in_any_way_keeps_no_other_from_being_read()
    {
        var healthy = Webhook.Parse(Body(Items)).Select(Told).ToList();
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var wrong = random.Next(Items.Length);
            var items = Items.ToArray();
            items[wrong] = random.Next(3) == 0 ? Oddities[random.Next(Oddities.Length)] : Mutate(items[wrong], random);
            var body = Body(items);

            var found = Webhook.Parse(body);

            Assert.True(found.Count == Items.Length, $"Case {seed} led to {found.Count} items: {body}");
            Assert.All(healthy.Where((_, i) => i != wrong), told =>
                Assert.True(found.Any(item => Told(item) == told), $"Case {seed} lost {told}: {body}"));
            Assert.Equal(items[wrong], found[wrong].RawText());
            WebhookWalkTests.AssertReadAgain(found[wrong]);
        }
    }

    private static string Told(WebhookItem item) => item switch
    {
        InboundMessage message => $"{message.Wamid} {message.Timestamp:O} {message.FromPhone} {message.Content}",
        MessageStatus status => $"{status.Wamid} {status.Timestamp:O} {status.Status} {status.RecipientPhone} {status.CallbackData} {status.Error}",
        _ => item.RawText(),
    };

    // One node is replaced by an oddity, removed, or nested deeply.
    private static string Mutate(string json, Random random)
    {
        const string Marker = "\"\\uFFFFmarker\"";
        var root = JsonNode.Parse(json)!;
        var nodes = Descendants(root).ToList();
        var node = nodes[random.Next(nodes.Count)];
        if (random.Next(4) == 0 && node.Parent is JsonObject owner)
        {
            owner.Remove(node.GetPropertyName());
            return root.ToJsonString();
        }

        var depth = random.Next(1, 400);
        var oddity = random.Next(10) == 0
            ? new string('[', depth) + node.ToJsonString() + new string(']', depth)
            : Oddities[random.Next(Oddities.Length)];
        if (ReferenceEquals(node, root)) return oddity;
        node.ReplaceWith(JsonNode.Parse(Marker)!);
        return root.ToJsonString().Replace(Marker, oddity, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray elements => elements,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(Descendants).Prepend(node);
    }

    private static bool IsJson(byte[] body)
    {
        try
        {
            JsonDocument.Parse(body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
