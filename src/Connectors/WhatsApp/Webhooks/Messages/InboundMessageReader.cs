using System.Text.Json;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

/// <summary>Reads one of <c>value.messages</c>.</summary>
internal static class InboundMessageReader
{
    public static WebhookItem Read(JsonElement message, WebhookContact? contact, ItemPlace place)
    {
        if (message.TextOrNumber("group_id") is not null) return place.Unhandled(message, UnhandledReason.Group);
        if (message.TextOrNumber("id") is not { } wamid || message.UnixTime("timestamp") is not { } timestamp)
            return place.Unhandled(message, UnhandledReason.Malformed);

        var from = message.Text("from");
        var phone = WireIdentity.Phone(from) ?? contact?.Phone;
        var userId = WireIdentity.UserId(message.Text("from_user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(from) ?? contact?.UserId;
        if (phone is null && userId is null) return place.Unhandled(message, UnhandledReason.NoSender);

        var context = message.Member("context");
        return new InboundMessage
        {
            PhoneNumberId = place.Number,
            Wamid = wamid,
            Timestamp = timestamp,
            Content = InboundContentReader.Read(message),
            FromPhone = phone,
            FromUserId = userId,
            FromParentUserId = WireIdentity.UserId(message.Text("from_parent_user_id")) ?? contact?.ParentUserId,
            ProfileName = contact?.ProfileName,
            Username = contact?.Username,
            ContextMessageId = context.Text("id"),
            Forwarding = context.IsTrue("frequently_forwarded") ? Forwarding.Often
                : context.IsTrue("forwarded") ? Forwarding.Forwarded
                : Forwarding.None,
            Product = ReadProduct(context.Member("referred_product")),
            Referral = ReadReferral(message.Member("referral")),
            Raw = place.Raw(message),
            Origin = place.Origin,
        };
    }

    private static ReferredProduct? ReadProduct(JsonElement product) => product.ValueKind == JsonValueKind.Object
        ? new ReferredProduct(product.Id("catalog_id"), product.TextOrNumber("product_retailer_id"))
        : null;

    private static AdReferral? ReadReferral(JsonElement referral) => referral.ValueKind == JsonValueKind.Object
        ? new AdReferral(
            referral.Text("source_url"),
            referral.Id("source_id"),
            referral.Text("source_type"),
            referral.Text("headline"),
            referral.Text("body"),
            referral.Text("ctwa_clid"))
        : null;
}
