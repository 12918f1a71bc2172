using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Archive;

/// <summary>Whose act an event is.</summary>
/// <param name="Side">On which side.</param>
/// <param name="Person">Id of the person of the firm; null where it is no single one.</param>
public readonly record struct ArchivedActor(ActorSide Side, string? Person = null)
{
    public static ArchivedActor Of(ConversationEvent e) => e switch
    {
        MessageAccepted accepted => Firm(accepted.Author),
        MessageBlocked blocked => Firm(blocked.Author),
        ConsentAsked asked => Firm(asked.Author),
        MessageQueued { RetriedBy: { } person } => Firm(person),
        MessageEchoed or CallRecorded { Inbound: false } => Firm(null),
        MessageReceived or ReactionReceived or MessageEdited or MessageRevoked or CallRecorded or ConsentGiven or ConsentRefused
            or MarketingPreferenceChanged => new ArchivedActor(ActorSide.Contact),
        _ => new ArchivedActor(ActorSide.Nobody),
    };

    private static ArchivedActor Firm(string? person) => new(ActorSide.Firm, person);
}

public enum ActorSide
{
    /// <summary>The product noted it, or the provider told it.</summary>
    Nobody,
    Contact,
    Firm,
}
