using System.ComponentModel.DataAnnotations;
using MultiLine.Domain.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>Section <c>Conversation</c> of the configuration: the times that decide what may be sent.</summary>
public sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>How long free text may be sent after the contact wrote. WhatsApp's window is 24 hours, the default; shorter only to try things out.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Conversation:SessionWindow must be between 1 second and 24 hours.")]
    public TimeSpan SessionWindow { get; set; } = ConversationRules.Default.SessionWindow;

    /// <summary>How long an opt-in request stands before it may be asked again. Default: 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ErrorMessage = "Conversation:AskAgainAfter must be between 1 second and 365 days.")]
    public TimeSpan AskAgainAfter { get; set; } = ConversationRules.Default.AskAgainAfter;

    /// <summary>How long it is believed that a contact is not on WhatsApp. Default: 30 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ErrorMessage = "Conversation:NotReachableFor must be between 1 second and 365 days.")]
    public TimeSpan NotReachableFor { get; set; } = ConversationRules.Default.NotReachableFor;

    /// <summary>How long an attempt without an answer waits for a status before its outcome counts as unknown. Default: 10 minutes; longer than <c>WhatsApp:Timeout</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Conversation:OutcomeTimeout must be between 1 second and 24 hours.")]
    public TimeSpan OutcomeTimeout { get; set; } = ConversationRules.Default.OutcomeTimeout;

    internal ConversationRules Rules(bool firstMessageIsConsent) => ConversationRules.Default with
    {
        SessionWindow = SessionWindow,
        AskAgainAfter = AskAgainAfter,
        NotReachableFor = NotReachableFor,
        OutcomeTimeout = OutcomeTimeout,
        FirstMessageIsConsent = firstMessageIsConsent,
    };
}
