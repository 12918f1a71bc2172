using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Storage.Conversations;
using Orleans.Streams;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// Tells the followers and the sender what has become durable. Nothing depends on a notice: whoever misses one finds the mark or the
/// queue row that was written with the step.
/// </summary>
internal sealed class ConversationNotices(IStreamProvider streams, IGrainFactory grains, ConversationKey key, int shards, ILogger log)
{
    private readonly Follower[] _followers = [Follower.Archive(key, shards), Follower.Inbox(key)];

    public async Task Tell(LoadedConversation conversation)
    {
        var notice = new LogAdvanced(key.ToString(), conversation.Version);
        foreach (var follower in _followers)
        {
            try
            {
                var space = follower.Kind == FollowerKind.Archive ? Streams.Archive : Streams.Inbox;
                await streams.GetStream<LogAdvanced>(StreamId.Create(space, follower.Key)).OnNextAsync(notice);
            }
            catch (Exception e)
            {
                log.FollowerNotTold(e, follower.ToString(), conversation.Version, notice.Conversation);
            }
        }

        foreach (var sender in conversation.State.Open.Select(open => (open.Channel, open.Number)).Distinct())
        {
            await grains.GetGrain<ISenderGrain>(GrainKeys.Sender(key.Organization, sender.Channel, sender.Number)).Wake();
        }
    }
}
