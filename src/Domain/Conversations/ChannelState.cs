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

    public Reachability Reachability { get; init; } = Reachability.Unknown;
}
