using System.Text;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Calls;
using MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Grains.Webhooks;

/// <summary>What comes from WhatsApp as a conversation takes it.</summary>
internal static class ReceivedMessages
{
    public static ReceivedMessage ToReceived(this InboundMessage message) =>
        (Received(message, message.PhoneNumberId, message.Wamid, message.Timestamp, message.Content) with
        {
            InReplyTo = message.ContextMessageId ?? message.Content.TargetId,
            OpensSession = message.OpensSession,
            Phone = message.FromPhone,
            Bsuid = message.FromUserId,
        }).With(message.Content, message.IsVoicemail);

    public static ReceivedMessage ToReceived(this MessageEcho echo) =>
        (Received(echo, echo.PhoneNumberId, echo.Wamid, echo.Timestamp, echo.Content) with
        {
            InReplyTo = echo.ContextMessageId ?? echo.Content.TargetId,
            Phone = echo.ToPhone,
            Bsuid = echo.ToUserId,
        }).With(echo.Content);

    public static ReceivedMessage ToReceived(this HistoryMessage message) =>
        (Received(message, message.PhoneNumberId, message.Wamid, message.Timestamp, message.Content) with
        {
            InReplyTo = message.ContextMessageId ?? message.Content.TargetId,
            Phone = message.Phone,
            Bsuid = message.UserId,
            Historic = true,
        }).With(message.Content);

    public static ReportedCall ToReported(this CallEvent call, bool inbound) => new()
    {
        Channel = Channel.WhatsApp.Name(),
        Number = call.PhoneNumberId,
        CallId = call.CallId,
        Inbound = inbound,
        Happened = call.Event.ToLowerInvariant(),
        Result = call.Status?.ToLowerInvariant(),
        Seconds = call.Duration is { } duration ? (int)duration.TotalSeconds : null,
        ProviderAt = call.Timestamp,
        SessionFrom = call.SessionFrom,
        Phone = call.Phone,
        Bsuid = call.UserId,
        File = call.File is { } file ? new MediaPart("audio", file.Id, file.MimeType, file.Sha256, file.FileName) : null,
        Raw = call.RawText(),
    };

    public static ReportedCall ToReported(this CallStatus status) => new()
    {
        Channel = Channel.WhatsApp.Name(),
        Number = status.PhoneNumberId,
        CallId = status.CallId,
        Inbound = false,
        Happened = status.Status.ToLowerInvariant(),
        ProviderAt = status.Timestamp,
        // Accepting our call opens the session as writing does.
        SessionFrom = status.Status == "ACCEPTED" ? status.Timestamp : null,
        Phone = status.RecipientPhone,
        Bsuid = status.RecipientUserId,
        Raw = status.RawText(),
    };

    /// <summary>Null where it is about something else than marketing, or says neither stop nor resume.</summary>
    public static ReportedPreference? ToReported(this UserPreference preference) =>
        preference is { Category: "marketing_messages", Value: "stop" or "resume" or "signup" }
            ? new ReportedPreference
            {
                Channel = Channel.WhatsApp.Name(),
                Number = preference.PhoneNumberId,
                Stopped = preference.Value == "stop",
                ProviderAt = preference.Timestamp,
                Phone = preference.Phone,
                Bsuid = preference.UserId,
                Raw = preference.RawText(),
            }
            : null;

    private static ReceivedMessage Received(WebhookItem item, string number, string wamid, DateTimeOffset at, InboundContent content) => new()
    {
        Channel = Channel.WhatsApp.Name(),
        Number = number,
        ProviderMessageId = wamid,
        ProviderAt = at,
        Kind = content.Kind(),
        Raw = item.RawText(),
    };

    private static ReceivedMessage With(this ReceivedMessage message, InboundContent content, bool voicemail = false) => content switch
    {
        InboundContent.Text text => message with { Text = text.Body },
        InboundContent.Media media => message with { Text = media.File.Caption, Parts = new MessageParts { Media = media.ToPart(voicemail) } },
        InboundContent.Location place => message with
        {
            Parts = new MessageParts { Location = new LocationPart(place.Latitude, place.Longitude, place.Name, place.Address) },
        },
        InboundContent.Contacts contacts => message with
        {
            Parts = new MessageParts
            {
                Cards = [.. contacts.Cards.Select(card => new CardPart(card.Name, [.. card.Phones.Select(phone => phone.Number)], card.Emails, card.Company))],
            },
        },
        InboundContent.Button button => message with { Text = button.Label, ButtonPayload = button.Payload },
        InboundContent.ButtonReply reply => message with { Text = reply.Title, ButtonPayload = reply.Id },
        InboundContent.ListReply reply => message with { Text = reply.Title, ButtonPayload = reply.Id, Parts = Detail(reply.Description) },
        InboundContent.FlowReply reply => message with { Text = reply.Body, Parts = Detail(reply.Response) },
        // It answers our wish to call, so like every tap it is not how a contact begins to talk and thereby consents.
        InboundContent.CallPermissionReply reply => Answer(message, reply.Accepted ? "accept" : "reject"),
        InboundContent.Reaction reaction => message with { Text = reaction.Emoji },
        InboundContent.Order order => message with { Text = order.Note is { Length: > 0 } note ? note : null, Parts = new MessageParts { Order = order.ToPart() } },
        InboundContent.Edit edit => message.With(edit.Content),
        InboundContent.System system => message with { Text = system.Body, Parts = Detail(system.News) },
        InboundContent.Unsupported unsupported => message with { Parts = Detail(unsupported.Kind) },
        _ => message,
    };

    private static ReceivedMessage Answer(ReceivedMessage message, string answer) => message with { ButtonPayload = answer, Parts = Detail(answer) };

    /// <summary>Meta's name of the type; of replies to interactive messages without what was replied to, as it always was.</summary>
    private static string Kind(this InboundContent content) => content is InboundContent.ButtonReply ? "interactive" : content.Type;

    private static MediaPart ToPart(this InboundContent.Media media, bool voicemail) => new(
        voicemail ? "voicemail" : Words.Of(media.Kind), media.File.Id, media.File.MimeType, media.File.Sha256, media.File.FileName);

    private static OrderPart ToPart(this InboundContent.Order order) => new(
        order.CatalogId, [.. order.Items.Select(item => new OrderLinePart(item.ProductId, item.Quantity, item.Price, item.Currency))]);

    private static MessageParts? Detail(string? detail) => detail is null ? null : new MessageParts { Detail = detail };

    public static string RawText(this WebhookItem item) => Encoding.UTF8.GetString(item.Raw.Span);
}
