using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Retention;

/// <summary>
/// The content that shows that a contact consented, or did not: what the contact was asked and told by the system, and the contact's own answers.
/// It is never disposed of. A first message that counts as consent is not among it: that the contact wrote says its event, and what it said
/// was not said about consent.
/// </summary>
public static class Evidence
{
    /// <summary>The names of the events that tell which messages are answers.</summary>
    public static readonly IReadOnlyList<string> AnswerTypes = ["consent_given", "consent_refused"];

    /// <summary>The messages by which the contact answered.</summary>
    public static IReadOnlySet<string> AnswersIn(IEnumerable<ConversationEvent> events) => events
        .Select(e => e switch
        {
            ConsentGiven { By: not AnswerForm.FirstMessage } given => given.MessageId,
            ConsentRefused refused => refused.MessageId,
            _ => null,
        })
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the content of the event is evidence.</summary>
    /// <param name="e">The event.</param>
    /// <param name="answers">The messages of its conversation by which the contact answered.</param>
    public static bool Is(ConversationEvent e, IReadOnlySet<string> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return e switch
        {
            MessageAccepted { Kind: OutboundKind.OptInRequest or OutboundKind.StopConfirmation or OutboundKind.Disclaimer } => true,
            MessageReceived received => answers.Contains(received.MessageId),
            MarketingPreferenceChanged => true,
            _ => false,
        };
    }
}
