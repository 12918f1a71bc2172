using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Interfaces.Operations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Sending;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Outbound;
using Orleans.Concurrency;

namespace MultiLine.Grains.Operations;

[GrainType("backlog"), StatelessWorker]
public sealed class BacklogGrain(IOutboundQueue queue, IFollowerMarks marks, TimeProvider time, ILogger<BacklogGrain> log) : Grain, IBacklogGrain
{
    private const int MostNumbers = 100;

    /// <summary>The list's name in the ids of its items.</summary>
    private const string DeadLetters = "dead-letters";

    /// <summary>A follower that lives has tried twice by then: the archive looks each minute.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    /// <summary>How long a sender may take to say how it does; it has nothing to wait for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<QueueReading> ReadQueue()
    {
        var depths = await queue.DepthsAsync();
        var now = time.GetUtcNow();
        var longest = depths.OrderBy(depth => depth.OldestSince ?? DateTimeOffset.MaxValue).Take(MostNumbers);
        var numbers = await Task.WhenAll(longest.Select(depth => Read(depth, now)));
        return new QueueReading(
            depths.Sum(depth => depth.Waiting - depth.Attempting),
            depths.Sum(depth => depth.Attempting),
            Age(depths.Min(depth => depth.OldestSince), now),
            numbers.Count(number => number.Pause is not null),
            numbers.ToList());
    }

    public async Task<IReadOnlyList<FollowerReading>> ReadFollowers()
    {
        var now = time.GetUtcNow();
        var lags = (await marks.LagsAsync(now - Late)).ToLookup(lag => Follower.Parse(lag.Follower).Kind);
        return Enum.GetValues<FollowerKind>().Select(kind => new FollowerReading(
            Words.Of(kind),
            lags[kind].Sum(lag => lag.Conversations),
            Age(lags[kind].Min(lag => (DateTimeOffset?)lag.Since), now),
            lags[kind].Sum(lag => lag.Late))).ToList();
    }

    public async Task<IReadOnlyList<DeadLetter>> ListDeadLetters(int limit) =>
        (await marks.ReadLateAsync(time.GetUtcNow() - Late, limit)).Select(late => new DeadLetter(
            PageCursor.Write(DeadLetters, late.Follower, late.Mark.Conversation.ToString()),
            Words.Of(Follower.Parse(late.Follower).Kind),
            late.Mark.Conversation.Organization,
            late.Mark.Conversation.Line,
            late.Mark.Conversation.Contact,
            late.Since)).ToList();

    public async Task<Outcome> Retry(string deadLetter)
    {
        if (PageCursor.Read(DeadLetters, deadLetter) is not var (name, key)
            || !ConversationKey.TryParse(key, out var conversation)
            || await marks.FindAsync(name, conversation) is not { } before)
        {
            return Outcome.Refuse(RefusalCodes.NotFound, "There is no such item. If there was, it has been followed by now.");
        }

        var follower = Follower.Parse(name);
        await (follower.Kind == FollowerKind.Archive
            ? GrainFactory.GetGrain<IArchiveGrain>(follower.Key).CatchUp()
            : GrainFactory.GetGrain<IInboxGrain>(follower.Key).CatchUp());
        // A mark that has risen meanwhile is another pass's business.
        return await marks.FindAsync(name, conversation) is { } after && after == before
            ? Outcome.Refuse(RefusalCodes.NotFound, "The conversation still can't be followed. The log says why.")
            : Outcome.Done;
    }

    private async Task<NumberQueue> Read(QueueDepth depth, DateTimeOffset now)
    {
        var sender = SenderKey.Parse(depth.Number);
        return new NumberQueue(
            sender.Organization,
            sender.Channel.Name(),
            sender.Number,
            depth.Waiting - depth.Attempting,
            depth.Attempting,
            Age(depth.OldestSince, now),
            await Pause(depth.Number));
    }

    /// <summary>Null also where the sender does not answer: the others are told of all the same.</summary>
    private async Task<QueuePause?> Pause(string sender)
    {
        try
        {
            return await GrainFactory.GetGrain<ISenderGrain>(sender).GetHealth().WaitAsync(Patience, time) is { Pause: { } pause } health
                ? new QueuePause(pause.ProviderCode, pause.At, health.TriedAgainAt)
                : null;
        }
        catch (Exception e)
        {
            log.SenderSilent(e, sender);
            return null;
        }
    }

    private static double? Age(DateTimeOffset? since, DateTimeOffset now) => since is { } at ? Math.Max(0, (now - at).TotalSeconds) : null;
}
