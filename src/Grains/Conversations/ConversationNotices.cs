using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// Tells the followers and the sender what has become durable. Nothing depends on a notice: whoever misses one finds the mark or the
/// queue row that was written with the step. So nobody waits for one either, and none can fail the step that it tells of.
/// </summary>
internal sealed class ConversationNotices(FollowerNotices followers, IGrainFactory grains, ConversationKey key, int shards, ILogger log)
{
    private readonly Follower _archive = Follower.Archive(key, shards);
    private readonly Follower _inbox = Follower.Inbox(key);

    public void Tell(LoadedConversation conversation)
    {
        var advanced = new LogAdvanced(key.ToString(), conversation.Version, Spans.Here, conversation.Place);
        followers.Tell(_archive, advanced);
        followers.Tell(_inbox, advanced);
        foreach (var (channel, number) in conversation.State.Open.Select(open => (open.Channel, open.Number)).Distinct())
        {
            _ = Wake(GrainKeys.Sender(key.Organization, channel, number));
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
