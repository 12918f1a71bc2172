using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>What a conversation that ends hands over to the one that goes on.</summary>
public static class MergedStandings
{
    public static IReadOnlyList<MergedStanding> Of(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Channels.Select(channel => Of(channel.Key, channel.Value))];
    }

    internal static ChannelState Join(ChannelState state, MergedStanding ended) => state with
    {
        Consent = state.Consent.Join(Consent(ended)),
        Informed = state.Informed || ended.Informed,
        Reachability = Join(state.Reachability, ended),
        Marketing = Join(state.Marketing, ended),
    };

    private static MergedStanding Of(Channel channel, ChannelState state) => new()
    {
        Channel = channel,
        FirstAskedAt = state.Consent.FirstAskedAt,
        AskedAt = state.Consent.AskedAt,
        FirstAskedBy = state.Consent.FirstAskedBy,
        AskedBy = state.Consent.AskedBy,
        SentAt = state.Consent.SentAt,
        AskedIn = state.Consent.AskedIn,
        Repeated = state.Consent.Repeated,
        FirstGrantAt = state.Consent.FirstGrantAt,
        LastGrantAt = state.Consent.LastGrantAt,
        NoAt = state.Consent.NoAt,
        FirstStopAt = state.Consent.FirstStopAt,
        LastStopAt = state.Consent.LastStopAt,
        ImpliedAt = state.Consent.ImpliedAt,
        SessionUntil = state.Session.Until,
        ReachedAt = state.Reachability.ReachedAt,
        MissedAt = state.Reachability.MissedAt,
        Informed = state.Informed,
        MarketingStopped = state.Marketing.Stopped,
        MarketingAt = state.Marketing.At,
        MarketingHeldBackAt = state.Marketing.HeldBackAt,
    };

    private static ConsentState Consent(MergedStanding ended) => new()
    {
        FirstAskedAt = ended.FirstAskedAt,
        AskedAt = ended.AskedAt,
        FirstAskedBy = ended.FirstAskedBy,
        AskedBy = ended.AskedBy,
        SentAt = ended.SentAt,
        AskedIn = ended.AskedIn,
        Repeated = ended.Repeated,
        FirstGrantAt = ended.FirstGrantAt,
        LastGrantAt = ended.LastGrantAt,
        NoAt = ended.NoAt,
        FirstStopAt = ended.FirstStopAt,
        LastStopAt = ended.LastStopAt,
        ImpliedAt = ended.ImpliedAt,
    };

    private static MarketingPreference Join(MarketingPreference state, MergedStanding ended)
    {
        var told = ended.MarketingAt is { } at ? state.Learn(ended.MarketingStopped, at) : state;
        return ended.MarketingHeldBackAt is { } heldBackAt ? told.HoldBack(heldBackAt) : told;
    }

    private static Reachability Join(Reachability state, MergedStanding ended)
    {
        var reached = ended.ReachedAt is { } at ? state.Learn(reachable: true, at) : state;
        return ended.MissedAt is { } missed ? reached.Learn(reachable: false, missed) : reached;
    }
}
