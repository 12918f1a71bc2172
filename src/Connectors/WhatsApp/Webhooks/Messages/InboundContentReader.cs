using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

/// <summary>Reads what stands in a message under the name of its type.</summary>
internal static class InboundContentReader
{
    /// <summary>An edit holds the message anew; one within one says nothing more.</summary>
    private const int DeepestEdit = 1;

    public static InboundContent Read(JsonElement message) => Read(message, edits: 0);

    private static InboundContent Read(JsonElement message, int edits)
    {
        var type = message.Text("type") ?? "unknown";
        var content = message.Member(type);
        return type switch
        {
            "text" when content.Text("body") is { } body => new InboundContent.Text(body),
            "image" => Media(content, MediaKind.Image),
            "video" => Media(content, MediaKind.Video),
            "audio" => Media(content, content.IsTrue("voice") ? MediaKind.Voice : MediaKind.Audio),
            "voice" => Media(content, MediaKind.Voice),
            "document" => Media(content, MediaKind.Document),
            "sticker" => Media(content, MediaKind.Sticker),
            "location" => Location(content),
            "contacts" => SharedContactReader.Read(content),
            "interactive" => InteractiveReader.Read(content),
            "button" when (content.Text("text") ?? content.Text("payload")) is { } label =>
                new InboundContent.Button(content.Text("payload") ?? label, label),
            "reaction" when content.Text("message_id") is { Length: > 0 } wamid =>
                new InboundContent.Reaction(wamid, content.Text("emoji") is { Length: > 0 } emoji ? emoji : null),
            "order" => Order(content),
            "system" when content.ValueKind == JsonValueKind.Object => System(content),
            "edit" when edits < DeepestEdit && content.Text("original_message_id") is { Length: > 0 } original
                && content.Member("message") is { ValueKind: JsonValueKind.Object } changed =>
                new InboundContent.Edit(original, Read(changed, edits + 1)),
            "revoke" when content.Text("original_message_id") is { Length: > 0 } original => new InboundContent.Revoke(original),
            "request_welcome" => new InboundContent.RequestWelcome(),
            "unsupported" => new InboundContent.Unsupported(content.Text("type"), GraphErrorReader.ReadFirst(message)),
            _ => null,
        } ?? new InboundContent.Other(Name(type, content), GraphErrorReader.ReadFirst(message));
    }

    private static string Name(string type, JsonElement content) =>
        type == "interactive" && content.Text("type") is { } reply ? $"interactive.{reply}" : type;

    private static InboundContent.Media? Media(JsonElement media, MediaKind kind) => media.Id("id") is not { } id
        ? null
        : new InboundContent.Media(kind, new MediaObject(id)
        {
            MimeType = media.Text("mime_type"),
            Sha256 = media.Text("sha256"),
            Caption = media.Text("caption"),
            FileName = media.Text("filename"),
            Animated = media.IsTrue("animated"),
            Url = media.Text("url"),
        });

    private static InboundContent.Location? Location(JsonElement location) =>
        location.Fraction("latitude") is { } latitude and >= -90 and <= 90 && location.Fraction("longitude") is { } longitude and >= -180 and <= 180
            ? new InboundContent.Location(latitude, longitude, location.Text("name"), location.Text("address"), location.Text("url"))
            : null;

    private static InboundContent.Order? Order(JsonElement order) =>
        order.Member("product_items") is { ValueKind: JsonValueKind.Array } items
            ? new InboundContent.Order(order.Id("catalog_id"), order.Text("text"), [.. items.EnumerateArray().Select(Item)])
            : null;

    private static OrderItem Item(JsonElement item) => new(
        item.TextOrNumber("product_retailer_id") ?? "", item.Number("quantity"), item.TextOrNumber("item_price"), item.Text("currency"));

    private static InboundContent.System System(JsonElement system) => new(
        system.Text("type"),
        system.Text("body"),
        // It was called new_wa_id once; and a user id may stand where a number used to.
        WireIdentity.Phone(system.Text("wa_id") ?? system.Text("new_wa_id")),
        WireIdentity.UserId(system.Text("user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(system.Text("wa_id")),
        WireIdentity.UserId(system.Text("parent_user_id")));
}
