using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// Whether a request with a key that was used before asks for the same. Told by what the first one led to, so that nothing of it is
/// stored beside that; what was disposed of is not known any more, and the rest decides.
/// </summary>
internal static class TakenRequests
{
    /// <param name="taken">What the first request led to.</param>
    /// <param name="request">The request that uses its key.</param>
    /// <param name="quotation">The message that the request answers, as it is now: it may have another id of the provider's than it had.</param>
    public static bool IsSame(this TakenRequest taken, SendRequest request, Quotation? quotation) =>
        taken.Event is MessageAccepted accepted
        && accepted.Channel.Name() == request.Channel
        && (quotation is null ? accepted.InReplyTo is null : accepted.InReplyTo is { } id && quotation.Found?.ProviderMessageIds.Contains(id) == true)
        && (request.Template is { } template
            ? accepted.Kind == OutboundKind.Template
                && (accepted.Template?.Name, accepted.Template?.Language) == (template.Name, template.Language)
                && taken.Content?.Parameters.SequenceEqual(template.Parameters) != false
            : accepted is { Kind: OutboundKind.Text, InPlaceOf: null } && (taken.Content is null || IsText(taken.Content, request)))
        // Where nobody was asked, the offer to ask changed nothing.
        && (!accepted.AwaitsConsent || IsOffer(taken, request.OptInBasis, request.OptInLanguage));

    public static bool IsSame(this TakenRequest taken, ConsentRequest request) =>
        taken.Event is MessageAccepted { Kind: OutboundKind.OptInRequest } asked
        && asked.Channel.Name() == request.Channel
        && IsOffer(taken, request.Basis, request.Language);

    public static bool IsSame(this TakenRequest taken, RetryRequest request) =>
        taken.Event is MessageQueued queued && queued.MessageId == request.MessageId;

    public static bool IsSame(this TakenRequest taken, SmsRequest request) =>
        taken.Event is MessageAccepted { InPlaceOf: { } replaced } && replaced == request.MessageId;

    private static bool IsText(MessageContent content, SendRequest request) =>
        content.Text == request.Text
        && (content.PreviewLinks ?? false) == request.PreviewLinks
        && content.Buttons.SequenceEqual(request.Buttons.Select(button => button.Title))
        && (content.ButtonIds ?? []).SequenceEqual(request.Buttons.Select(button => button.Id));

    private static bool IsOffer(TakenRequest taken, string? basis, string? language) =>
        taken.Asked is not { Basis: { } known } asked || (Words.Of(known) == basis && asked.Language == language);
}
