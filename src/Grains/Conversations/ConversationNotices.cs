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
internal sealed class ConversationNotices(IStreamProvider streams, IGrainFactory grains, ConversationKey key, int shards, ILogger log)
{
    private readonly Follower[] _followers = [Follower.Archive(key, shards), Follower.Inbox(key)];

    public void Tell(LoadedConversation conversation)
    {
        foreach (var follower in _followers)
        {
            _ = Tell(follower, conversation.Version);
        }

        foreach (var (channel, number) in conversation.State.Open.Select(open => (open.Channel, open.Number)).Distinct())
        {
            _ = Wake(GrainKeys.Sender(key.Organization, channel, number));
        }
    }

    private async Task Tell(Follower follower, long version)
    {
        try
        {
            var space = follower.Kind == FollowerKind.Archive ? Streams.Archive : Streams.Inbox;
            await streams.GetStream<LogAdvanced>(StreamId.Create(space, follower.Key)).OnNextAsync(
                new LogAdvanced(key.ToString(), version, Spans.Here));
        }
        catch (Exception e)
        {
            log.FollowerNotTold(e, follower.ToString(), version, key.ToString());
        }
    }

    private async Task Wake(string sender)
    {
        try
        {
            await grains.GetGrain<ISenderGrain>(sender).Wake();
        }
        catch (Exception e)
        {
            log.SenderNotWoken(e, sender);
        }
    }
}
