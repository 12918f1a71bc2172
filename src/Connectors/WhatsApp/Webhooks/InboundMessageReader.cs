using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Reads one of <c>value.messages</c>.</summary>
internal static class InboundMessageReader
{
    public static WebhookItem Read(
        JsonElement message, string phoneNumberId, WebhookContact? contact, ReadOnlyMemory<byte> raw, WebhookOrigin origin)
    {
        if (message.TextOrNumber("group_id") is not null) return Unhandled(UnhandledReason.Group);
        if (message.TextOrNumber("id") is not { } wamid || message.UnixTime("timestamp") is not { } timestamp)
            return Unhandled(UnhandledReason.Malformed);

        var from = message.Text("from");
        var phone = WireIdentity.Phone(from) ?? contact?.Phone;
        var userId = WireIdentity.UserId(message.Text("from_user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(from) ?? contact?.UserId;
        if (phone is null && userId is null) return Unhandled(UnhandledReason.NoSender);

        return new InboundMessage
        {
            PhoneNumberId = phoneNumberId,
            Wamid = wamid,
            Timestamp = timestamp,
            Content = ReadContent(message),
            FromPhone = phone,
            FromUserId = userId,
            FromParentUserId = WireIdentity.UserId(message.Text("from_parent_user_id")) ?? contact?.ParentUserId,
            ProfileName = contact?.ProfileName,
            Username = contact?.Username,
            ContextMessageId = message.Member("context").Text("id"),
            Raw = raw,
            Origin = origin,
        };

        UnhandledItem Unhandled(string reason) => new(reason, phoneNumberId) { Raw = raw, Origin = origin };
    }

    private static InboundContent ReadContent(JsonElement message)
    {
        var type = message.Text("type") ?? "unknown";
        var content = message.Member(type);
        return type switch
        {
            "text" when content.Text("body") is { } body => new InboundContent.Text(body),
            "button" when (content.Text("text") ?? content.Text("payload")) is { } label =>
                new InboundContent.Button(content.Text("payload") ?? label, label),
            "interactive" => ReadReply(content),
            _ => new InboundContent.Other(type),
        };
    }

    private static InboundContent ReadReply(JsonElement interactive)
    {
        var type = interactive.Text("type");
        var reply = interactive.Member("button_reply");
        return type == "button_reply" && reply.Text("id") is { } id
            ? new InboundContent.ButtonReply(id, reply.Text("title") ?? "")
            : new InboundContent.Other(type is null ? "interactive" : $"interactive.{type}");
    }
}
