using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Grains.Interfaces;
using MultiLine.Storage.Conversations;
using Orleans.Streams;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// Wakes the followers of this silo's conversations. A follower that was woken by one conversation reads all that are marked, so a newer notice
/// stands for those of all others before it: however many conversations change, no more than one is under way to a follower.
/// </summary>
public sealed class FollowerNotices([FromKeyedServices(Streams.Provider)] IStreamProvider streams, ILogger<FollowerNotices> log)
{
    private readonly ConcurrentDictionary<Follower, NewestOnly<LogAdvanced>> _ways = new();

    public void Tell(Follower follower, LogAdvanced advanced) => _ways.GetOrAdd(follower, Way).Pass(advanced);

    private NewestOnly<LogAdvanced> Way(Follower follower)
    {
        var space = follower.Kind == FollowerKind.Archive ? Streams.Archive : Streams.Inbox;
        var stream = streams.GetStream<LogAdvanced>(StreamId.Create(space, follower.Key));
        // Not in the turn of the conversation that happens to begin: it may end before the others are told.
        return new NewestOnly<LogAdvanced>(
            advanced => Task.Run(() => Tell(follower, stream, advanced)), (advanced, waiting) => advanced.Place > waiting.Place);
    }

    private async Task Tell(Follower follower, IAsyncStream<LogAdvanced> stream, LogAdvanced advanced)
    {
        try
        {
            await stream.OnNextAsync(advanced);
        }
        catch (Exception e)
        {
            log.FollowerNotTold(e, follower.ToString(), advanced.Version, advanced.Conversation);
        }
    }
}
