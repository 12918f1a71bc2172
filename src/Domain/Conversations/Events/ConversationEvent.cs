using System.Text.Json.Serialization;

namespace MultiLine.Domain.Conversations.Events;

/// <summary>
/// Something that happened in a conversation. Events are stored as JSON under the names below and are never changed afterwards:
/// a new form is a new name or a new schema version, and every version ever written is kept as a golden file.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AliasesLearned), "aliases_learned")]
[JsonDerivedType(typeof(PhoneLost), "phone_lost")]
[JsonDerivedType(typeof(MergedInto), "merged_into")]
[JsonDerivedType(typeof(ContactMerged), "contact_merged")]
[JsonDerivedType(typeof(ConsentAsked), "consent_asked")]
[JsonDerivedType(typeof(ConsentGiven), "consent_given")]
[JsonDerivedType(typeof(ConsentRefused), "consent_refused")]
[JsonDerivedType(typeof(SessionOpened), "session_opened")]
[JsonDerivedType(typeof(SessionExtended), "session_extended")]
[JsonDerivedType(typeof(SessionClosed), "session_closed")]
[JsonDerivedType(typeof(MessageReceived), "message_received")]
[JsonDerivedType(typeof(MessageEchoed), "message_echoed")]
[JsonDerivedType(typeof(ReactionReceived), "reaction_received")]
[JsonDerivedType(typeof(MessageEdited), "message_edited")]
[JsonDerivedType(typeof(MessageRevoked), "message_revoked")]
[JsonDerivedType(typeof(CallRecorded), "call_recorded")]
[JsonDerivedType(typeof(CallUpdated), "call_updated")]
[JsonDerivedType(typeof(MarketingPreferenceChanged), "marketing_preference_changed")]
[JsonDerivedType(typeof(MessageAccepted), "message_accepted")]
[JsonDerivedType(typeof(MessageBlocked), "message_blocked")]
[JsonDerivedType(typeof(MessageReplaced), "message_replaced")]
[JsonDerivedType(typeof(MessageQueued), "message_queued")]
[JsonDerivedType(typeof(AttemptStarted), "attempt_started")]
[JsonDerivedType(typeof(AttemptDeferred), "attempt_deferred")]
[JsonDerivedType(typeof(MessageSent), "message_sent")]
[JsonDerivedType(typeof(StatusReceived), "status_received")]
[JsonDerivedType(typeof(MessageFailed), "message_failed")]
[JsonDerivedType(typeof(OutcomeUnknown), "outcome_unknown")]
public abstract record ConversationEvent
{
    /// <summary>Our time, at which the event was decided.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>An event that is about one message.</summary>
public interface IMessageEvent
{
    string MessageId { get; }
}

/// <summary>An event that brings something new into the thread, under its message id.</summary>
public interface IThreadEvent : IMessageEvent
{
    /// <summary>On which it came or goes.</summary>
    Channel Channel { get; }

    /// <summary>The contact did it just now: somebody should look at it.</summary>
    bool IsNews { get; }
}

/// <summary>An event that the provider dated.</summary>
public interface IProviderEvent
{
    /// <summary>The provider's timestamp. WhatsApp's has a resolution of one second.</summary>
    DateTimeOffset ProviderAt { get; }
}
