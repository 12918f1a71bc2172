using System.Text.Json.Nodes;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Messages;

namespace MultiLine.Simulator.Webhooks;

/// <summary>The body of one POST: the envelope around one or more changes.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview"/></remarks>
internal static class WebhookBody
{
    public static byte[] Of(IReadOnlyList<QueuedWebhook> webhooks) =>
        MetaJson.Encode(webhooks is [{ Field: null } raw] ? raw.Value : Envelope(webhooks));

    private static JsonObject Envelope(IReadOnlyList<QueuedWebhook> webhooks) =>
        new()
        {
            ["object"] = "whatsapp_business_account",
            ["entry"] = new JsonArray([
                .. webhooks.GroupBy(webhook => (webhook.Waba, HasTime: webhook.Field != MessageValue.Field)).Select(Entry),
            ]),
        };

    /// <summary>Only entries about other things than messages carry a time.</summary>
    private static JsonObject Entry(IGrouping<(string Waba, bool HasTime), QueuedWebhook> webhooks)
    {
        var entry = new JsonObject { ["id"] = webhooks.Key.Waba };
        if (webhooks.Key.HasTime)
            entry["time"] = Stored.Time(webhooks.First().Created).ToUnixTimeSeconds();
        entry["changes"] = new JsonArray([
            .. Merge(webhooks).Select(change => new JsonObject { ["value"] = change.Value, ["field"] = change.Field }),
        ]);
        return entry;
    }

    /// <summary>Neighbours of the same kind and number share a change, as at Meta.</summary>
    private static List<(string? Field, JsonNode? Value)> Merge(IEnumerable<QueuedWebhook> webhooks)
    {
        List<(string? Field, JsonNode? Value)> changes = [];
        foreach (var webhook in webhooks)
        {
            var value = webhook.Value;
            if (webhook.Field == MessageValue.Field && changes is [.., var (_, last)] && CanJoin(last, value))
                Join(last!, value!);
            else
                changes.Add((webhook.Field, value));
        }

        return changes;
    }

    private static bool CanJoin(JsonNode? first, JsonNode? second) =>
        JsonNode.DeepEquals(first?["metadata"], second?["metadata"]) && (first?["messages"] is null) == (second?["messages"] is null);

    private static void Join(JsonNode into, JsonNode from)
    {
        foreach (var name in (string[])["contacts", "messages", "statuses"])
        {
            if (from[name] is not JsonArray items)
                continue;
            if (into[name] is not JsonArray all)
                into[name] = all = [];
            foreach (var item in items.Where(item => name != "contacts" || !all.Any(known => JsonNode.DeepEquals(known, item))))
                all.Add(item?.DeepClone());
        }
    }
}
