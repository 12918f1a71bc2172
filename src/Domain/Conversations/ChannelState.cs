using MultiLine.Domain.Consent;
using MultiLine.Domain.Session;

namespace MultiLine.Domain.Conversations;

/// <summary>What a conversation knows per channel.</summary>
public sealed record ChannelState
{
    public static ChannelState Initial { get; } = new();

    public ConsentState Consent { get; init; } = ConsentState.NotAsked;

    public SessionWindow Session { get; init; } = SessionWindow.Never;

    public MarketingPreference Marketing { get; init; } = MarketingPreference.Unknown;

    /// <summary>The contact was sent the disclaimer, as far as it is known to have or may have gone out.</summary>
    public bool Informed { get; init; }

    public Reachability Reachability { get; init; } = Reachability.Unknown;
}
