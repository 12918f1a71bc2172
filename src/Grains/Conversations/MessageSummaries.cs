using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>Messages as the API shows them.</summary>
internal static class MessageSummaries
{
    public static MessageSummary Summary(this MessageView view, MessageContent? content) => new()
    {
        MessageId = view.MessageId,
        Place = view.ContentVersion,
        Direction = view.Inbound ? "in" : "out",
        Channel = view.Channel.Name(),
        Kind = view.InboundKind ?? Words.Of(view.Kind),
        Status = view.Inbound ? "received" : Words.Of(view.Status),
        Author = view.Author,
        Text = content?.Text,
        Buttons = content?.Buttons ?? [],
        TemplateName = view.Template?.Name,
        TemplateLanguage = view.Template?.Language,
        At = view.At,
        ProviderAt = view.ProviderAt,
        SentAt = view.SentAt,
        DeliveredAt = view.DeliveredAt,
        ReadAt = view.ReadAt,
        Failure = view.Status == MessageStatus.Failed ? Words.Of(FailureWords.For(view.FailureCode ?? RefusalCodes.ProviderRefused)) : null,
        ProviderCode = view.ProviderCode,
        ProviderMessageId = view.ProviderMessageId,
        InReplyTo = view.InReplyTo,
        Attempts = view.Attempts,
        InPlaceOf = view.InPlaceOf,
        ReplacedBy = view.ReplacedBy,
    };
}
