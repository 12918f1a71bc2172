using MultiLine.Domain;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Tests.Running;

/// <summary>Where a test steps in right before or right after something becomes durable.</summary>
public sealed class WatchedAppends
{
    private Func<AppendRequest, Task>? _before;
    private Func<AppendRequest, Task>? _after;

    /// <summary>Done before each read of a log, for as long as it is set.</summary>
    public Func<ConversationKey, Task>? BeforeReading { get; set; }

    /// <summary>Does something before the next append that holds an event of this type.</summary>
    public void Before(string type, Func<AppendRequest, Task> act, ConversationKey? conversation = null) =>
        _before = Once(type, conversation, act, () => _before = null);

    /// <summary>Does something after the next append that holds an event of this type has become durable, before it is answered.</summary>
    public void After(string type, Func<AppendRequest, Task> act) => _after = Once(type, null, act, () => _after = null);

    /// <summary>Lets the next append of such an event become durable and never answers it: the process dies there.</summary>
    /// <returns>Ends when the append is durable.</returns>
    public Task DieAfter(string type)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        After(type, Die);
        return durable.Task;

        Task Die(AppendRequest request)
        {
            durable.SetResult();
            return new TaskCompletionSource().Task;
        }
    }

    public IConversationLog Watch(IConversationLog log) => new WatchedLog(log, this);

    private static Func<AppendRequest, Task> Once(string type, ConversationKey? conversation, Func<AppendRequest, Task> act, Action done) => request =>
    {
        if (!request.Events.Any(row => row.Type == type) || (conversation is not null && conversation != request.Conversation))
        {
            return Task.CompletedTask;
        }

        done();
        return act(request);
    };

    private sealed class WatchedLog(IConversationLog log, WatchedAppends watch) : IConversationLog
    {
        public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
        {
            await (watch._before?.Invoke(request) ?? Task.CompletedTask);
            var result = await log.AppendAsync(request, cancellationToken);
            await (watch._after?.Invoke(request) ?? Task.CompletedTask);
            return result;
        }

        public async Task<IReadOnlyList<LogRow>> ReadAsync(
            ConversationKey conversation, long afterVersion, int limit, CancellationToken cancellationToken = default)
        {
            await (watch.BeforeReading?.Invoke(conversation) ?? Task.CompletedTask);
            return await log.ReadAsync(conversation, afterVersion, limit, cancellationToken);
        }

        public async Task<IReadOnlyDictionary<ConversationKey, IReadOnlyList<LogRow>>> ReadAsync(
            IReadOnlyCollection<LogRange> ranges, int limit, CancellationToken cancellationToken = default)
        {
            foreach (var (conversation, _, _) in ranges)
            {
                await (watch.BeforeReading?.Invoke(conversation) ?? Task.CompletedTask);
            }

            return await log.ReadAsync(ranges, limit, cancellationToken);
        }

        public Task<IReadOnlyList<LogRow>> ReadBackwardsAsync(
            ConversationKey conversation, long beforeVersion, int limit, CancellationToken cancellationToken = default) =>
            log.ReadBackwardsAsync(conversation, beforeVersion, limit, cancellationToken);

        public Task<IReadOnlyList<LogRow>> ReadMessagesAsync(
            ConversationKey conversation, IReadOnlyCollection<string> messageIds, long through = long.MaxValue, CancellationToken cancellationToken = default) =>
            log.ReadMessagesAsync(conversation, messageIds, through, cancellationToken);

        public Task<byte[]?> ReadOriginalAsync(ConversationKey conversation, long version, CancellationToken cancellationToken = default) =>
            log.ReadOriginalAsync(conversation, version, cancellationToken);

        public Task<IReadOnlyList<ConversationKey>> ListAsync(
            string organization, ConversationKey? after, int limit, CancellationToken cancellationToken = default) =>
            log.ListAsync(organization, after, limit, cancellationToken);

        public Task<ClaimHolder?> FindClaimAsync(string scope, string key, CancellationToken cancellationToken = default) =>
            log.FindClaimAsync(scope, key, cancellationToken);

        public Task<IReadOnlyDictionary<long, byte[]>> ReadContentAsync(
            ConversationKey conversation, IReadOnlyCollection<long> versions, CancellationToken cancellationToken = default) =>
            log.ReadContentAsync(conversation, versions, cancellationToken);

        public Task<IReadOnlyDictionary<LogPlace, byte[]>> ReadContentAsync(
            IReadOnlyCollection<LogPlace> places, CancellationToken cancellationToken = default) => log.ReadContentAsync(places, cancellationToken);
    }
}
