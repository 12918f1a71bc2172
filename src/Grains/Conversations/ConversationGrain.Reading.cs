using System.Text;
using MultiLine.Domain;
using MultiLine.Domain.Conversations;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>What may be looked at.</summary>
public sealed partial class ConversationGrain
{
    public Task<ConversationStanding> GetStanding(string? person) => StandingOn(Channel.WhatsApp, person);

    public Task<ConversationStanding> GetStandingOn(string channel, string? person) => StandingOn(ChannelOf(channel, nameof(channel)), person);

    private async Task<ConversationStanding> StandingOn(Channel on, string? person)
    {
        var around = await _surroundings.Look(person, on);
        var now = time.GetUtcNow();
        var channel = _conversation.State[on];
        var standing = Standing.Of(_conversation.State, on, around.Facts, around.Rules, now);
        return new ConversationStanding
        {
            Version = _conversation.Version,
            Consent = Words.Of(channel.Consent.Status),
            AskedAt = channel.Consent.AskedAt,
            AskAgainAt = channel.Consent.AskAgainAt(around.Rules.AskAgainAfter, now),
            SessionOpen = channel.Session.IsOpen(now),
            SessionUntil = channel.Session.Until,
            NotReachable = channel.Reachability.IsNotReachable(now, around.Rules.NotReachableFor),
            TextRefusal = Words.Of(standing.Text),
            TemplateRefusal = Words.Of(standing.Template),
            OptInRefusal = Words.Of(standing.OptIn),
            MergedInto = _conversation.State.MergedInto,
            Merged = _conversation.State.Merged,
            AskedIn = channel.Consent.AskedIn,
        };
    }

    public async Task<MessagePage> GetMessages(long? before, int limit)
    {
        var views = await journal.ReadThreadAsync(Key, before ?? long.MaxValue, limit);
        return new MessagePage(
            await journal.SummariesAsync(Key, views),
            views.Count == limit ? views[^1].ContentVersion : null);
    }

    public async Task<MessageSummary?> GetMessage(string messageId) =>
        await Find(messageId) is { } view ? (await journal.SummariesAsync(Key, [view]))[0] : null;

    public async Task<LogPage> GetLog(long after, int limit)
    {
        var rows = await journal.ReadRowsAsync(Key, after, limit);
        return new LogPage(
            [.. rows.Select(row => new LogEntry(row.Version, row.Type, row.Schema, row.RecordedAt, row.ProviderAt, Encoding.UTF8.GetString(row.Body)))],
            rows.Count == limit ? rows[^1].Version : null);
    }
}
