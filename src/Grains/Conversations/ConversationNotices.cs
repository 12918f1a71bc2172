using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Conversations;
using Orleans.Streams;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// Tells the followers and the sender what has become durable. Nothing depends on a notice: whoever misses one finds the mark or the
/// queue row that was written with the step. So nobody waits for one either, and none can fail the step that it tells of.
/// </summary>
internal sealed class ConversationNotices
{
    private readonly IGrainFactory _grains;
    private readonly ConversationKey _key;
    private readonly ILogger _log;
    private readonly NewestOnly<LogAdvanced>[] _followers;

    public ConversationNotices(IStreamProvider streams, IGrainFactory grains, ConversationKey key, int shards, ILogger log)
    {
        (_grains, _key, _log) = (grains, key, log);
        _followers =
        [
            .. from follower in (Follower[])[Follower.Archive(key, shards), Follower.Inbox(key)]
               let stream = streams.GetStream<LogAdvanced>(StreamId.Create(Space(follower), follower.Key))
               select new NewestOnly<LogAdvanced>(advanced => Tell(follower, stream, advanced)),
        ];
    }

    public void Tell(LoadedConversation conversation)
    {
        var advanced = new LogAdvanced(_key.ToString(), conversation.Version, Spans.Here);
        foreach (var follower in _followers)
        {
            follower.Pass(advanced);
        }

        foreach (var (channel, number) in conversation.State.Open.Select(open => (open.Channel, open.Number)).Distinct())
        {
            _ = Wake(GrainKeys.Sender(_key.Organization, channel, number));
        }
    }

    private static string Space(Follower follower) => follower.Kind == FollowerKind.Archive ? Streams.Archive : Streams.Inbox;

    private async Task Tell(Follower follower, IAsyncStream<LogAdvanced> stream, LogAdvanced advanced)
    {
        try
        {
            await stream.OnNextAsync(advanced);
        }
        catch (Exception e)
        {
            _log.FollowerNotTold(e, follower.ToString(), advanced.Version, _key.ToString());
        }
    }

    private async Task Wake(string sender)
    {
        try
        {
            await _grains.GetGrain<ISenderGrain>(sender).Wake();
        }
        catch (Exception e)
        {
            _log.SenderNotWoken(e, sender);
        }
    }
}
