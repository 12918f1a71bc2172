using System.Globalization;
using System.Text.Json.Nodes;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Arrivals;

/// <summary>One webhook item of each kind that a contact's conversation takes, as Meta writes it.</summary>
internal static class WebhookSamples
{
    public const string Phone = "4915123456789";

    /// <summary>The message that reactions, edits and deletions are about.</summary>
    public const string Target = "wamid.target";

    private static readonly (string Name, string Field, string Member, string Item)[] Samples =
    [
        ("target", "messages", "messages", Message(Target, "\"type\":\"text\",\"text\":{\"body\":\"The first\"}")),
        ("text", "messages", "messages", Message("wamid.text", "\"type\":\"text\",\"text\":{\"body\":\"Hello\"}")),
        ("image", "messages", "messages", Message("wamid.image", "\"type\":\"image\",\"image\":{\"id\":\"1003\",\"mime_type\":\"image/jpeg\",\"sha256\":\"SfI=\",\"caption\":\"Taj Mahal\"}")),
        ("video", "messages", "messages", Message("wamid.video", "\"type\":\"video\",\"video\":{\"id\":\"1004\",\"mime_type\":\"video/mp4\"}")),
        ("voice", "messages", "messages", Message("wamid.voice", "\"type\":\"audio\",\"audio\":{\"id\":\"1005\",\"mime_type\":\"audio/ogg\",\"voice\":true}")),
        ("voicemail", "messages", "messages", Message("wacid.call", "\"type\":\"audio\",\"audio\":{\"id\":\"1006\",\"mime_type\":\"audio/ogg\",\"voice\":true}")),
        ("document", "messages", "messages", Message("wamid.document", "\"type\":\"document\",\"document\":{\"id\":\"1007\",\"mime_type\":\"application/pdf\",\"filename\":\"offer.pdf\",\"caption\":\"The offer\"}")),
        ("sticker", "messages", "messages", Message("wamid.sticker", "\"type\":\"sticker\",\"sticker\":{\"id\":\"1008\",\"mime_type\":\"image/webp\",\"animated\":false}")),
        ("location", "messages", "messages", Message("wamid.location", "\"type\":\"location\",\"location\":{\"latitude\":37.44,\"longitude\":-122.16,\"name\":\"Philz Coffee\"}")),
        ("contacts", "messages", "messages", Message("wamid.contacts", "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Ann Lee\"},\"phones\":[{\"phone\":\"+1 983 555 2319\"}]}]")),
        ("button reply", "messages", "messages", Message("wamid.reply", "\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"later\",\"title\":\"Later\"}}")),
        ("list reply", "messages", "messages", Message("wamid.list", "\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"express\",\"title\":\"Express\",\"description\":\"2 days\"}}")),
        ("flow reply", "messages", "messages", Message("wamid.flow", "\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"name\":\"flow\",\"body\":\"Sent\",\"response_json\":\"{\\\"a\\\":1}\"}}")),
        ("call permission", "messages", "messages", Message("wamid.permission", "\"type\":\"interactive\",\"interactive\":{\"type\":\"call_permission_reply\",\"call_permission_reply\":{\"response\":\"accept\"}}")),
        ("order", "messages", "messages", Message("wamid.order", "\"type\":\"order\",\"order\":{\"catalog_id\":\"194\",\"text\":\"gift wrap\",\"product_items\":[{\"product_retailer_id\":\"di9\",\"quantity\":2,\"item_price\":30,\"currency\":\"USD\"}]}")),
        ("unsupported", "messages", "messages", Message("wamid.unsupported", "\"type\":\"unsupported\",\"unsupported\":{\"type\":\"poll_creation\"},\"errors\":[{\"code\":131051}]")),
        ("hologram", "messages", "messages", Message("wamid.hologram", "\"type\":\"hologram\",\"hologram\":{}")),
        ("welcome", "messages", "messages", Message("wamid.welcome", "\"type\":\"request_welcome\"")),
        ("identity", "messages", "messages", Message("wamid.identity", "\"type\":\"system\",\"system\":{\"body\":\"Changed\",\"type\":\"customer_identity_changed\"}")),
        ("reaction", "messages", "messages", Message("wamid.reaction", $"\"type\":\"reaction\",\"reaction\":{{\"message_id\":\"{Target}\",\"emoji\":\"👍\"}}")),
        ("edit", "messages", "messages", Message("wamid.edit", $"\"type\":\"edit\",\"edit\":{{\"original_message_id\":\"{Target}\",\"message\":{{\"type\":\"text\",\"text\":{{\"body\":\"The first, better\"}}}}}}")),
        ("revocation of a message that is not here", "messages", "messages", Message("wamid.revoke", "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.elsewhere\"}")),
        ("call", "calls", "calls", Call("wacid.call", "connect", "")),
        ("call that ended", "calls", "calls", Call("wacid.call", "terminate", ",\"status\":\"COMPLETED\",\"duration\":17")),
        ("recording", "calls", "calls", Call("wacid.call", "call_recording_available", ",\"call_recording\":{\"audio\":{\"id\":\"2001\",\"mime_type\":\"audio/ogg\"}}")),
        ("transcript", "calls", "calls", Call("wacid.call", "call_transcription_available", ",\"call_transcript\":{\"document\":{\"id\":\"2002\",\"mime_type\":\"application/json\"}}")),
        ("echo", "smb_message_echoes", "message_echoes", $"{{\"from\":\"1\",\"to\":\"{Phone}\",\"id\":\"wamid.echo\",\"timestamp\":\"$T\",\"type\":\"text\",\"text\":{{\"body\":\"From my phone\"}}}}"),
        ("history", "history", "history", $"{{\"metadata\":{{\"phase\":0}},\"threads\":[{{\"id\":\"{Phone}\",\"messages\":[{Message("wamid.old", "\"type\":\"text\",\"text\":{\"body\":\"STOP\"}")}]}}]}}"),
        ("preference", "user_preferences", "user_preferences", $"{{\"wa_id\":\"{Phone}\",\"category\":\"marketing_messages\",\"value\":\"stop\",\"timestamp\":$T}}"),
        ("address book", "smb_app_state_sync", "state_sync", $"{{\"type\":\"contact\",\"contact\":{{\"full_name\":\"Ada\",\"phone_number\":\"{Phone}\"}},\"action\":\"add\"}}"),
    ];

    public static TheoryData<string> Names => [.. Samples.Select(sample => sample.Name)];

    /// <summary>Each as a change of its own, in an order in which nothing comes before what it is about.</summary>
    public static IReadOnlyList<JsonObject> All(DateTimeOffset at) => [.. Samples.Select(sample => Change(sample.Field, sample.Member, sample.Item, at))];

    public static JsonObject One(string name, DateTimeOffset at)
    {
        var sample = Samples.Single(sample => sample.Name == name);
        return Change(sample.Field, sample.Member, sample.Item, at);
    }

    private static JsonObject Change(string field, string member, string item, DateTimeOffset at) => new()
    {
        ["field"] = field,
        ["value"] = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = "1", ["phone_number_id"] = Firms.NorthwindNumber },
            ["contacts"] = new JsonArray(new JsonObject { ["profile"] = new JsonObject { ["name"] = "Ada" }, ["wa_id"] = Phone }),
            [member] = new JsonArray(JsonNode.Parse(item.Replace("$T", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))),
        },
    };

    private static string Message(string wamid, string content) => $"{{\"from\":\"{Phone}\",\"id\":\"{wamid}\",\"timestamp\":\"$T\",{content}}}";

    private static string Call(string id, string happened, string more) =>
        $"{{\"id\":\"{id}\",\"from\":\"{Phone}\",\"to\":\"1\",\"event\":\"{happened}\",\"timestamp\":\"$T\",\"direction\":\"USER_INITIATED\"{more}}}";
}
