using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>Counts what senders read of their queues.</summary>
internal sealed class CountedQueue
{
    private int _messages;

    public int Messages => Volatile.Read(ref _messages);

    /// <summary>For <see cref="Running.ProductSettings.Replace"/>.</summary>
    public void Count(IServiceCollection services)
    {
        var queue = services.Single(service => service.ServiceType == typeof(IOutboundQueue));
        services.Remove(queue);
        services.AddSingleton<IOutboundQueue>(provider =>
            new Counter((IOutboundQueue)ActivatorUtilities.CreateInstance(provider, queue.ImplementationType!), this));
    }

    private sealed class Counter(IOutboundQueue queue, CountedQueue counted) : IOutboundQueue
    {
        public async Task<IReadOnlyList<QueuedMessage>> ReadDueHeadsAsync(
            string number, DateTimeOffset now, long afterPlace, int limit, CancellationToken cancellationToken = default) =>
            Counted(await queue.ReadDueHeadsAsync(number, now, afterPlace, limit, cancellationToken));

        public async Task<QueueStretch> ReadStretchAsync(string number, long afterPlace, int limit, CancellationToken cancellationToken = default)
        {
            var stretch = await queue.ReadStretchAsync(number, afterPlace, limit, cancellationToken);
            Counted(stretch.Heads);
            return stretch;
        }

        public async Task<IReadOnlyList<QueuedMessage>> ReadHeadsAsync(
            string number, IReadOnlyCollection<ConversationKey> conversations, CancellationToken cancellationToken = default) =>
            Counted(await queue.ReadHeadsAsync(number, conversations, cancellationToken));

        public Task<IReadOnlyList<QueuedMessage>> ReadOverdueAttemptsAsync(
            string number, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
            queue.ReadOverdueAttemptsAsync(number, now, limit, cancellationToken);

        public Task<DateTimeOffset?> NextDueAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            queue.NextDueAsync(number, now, cancellationToken);

        public Task EndWaitsAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            queue.EndWaitsAsync(number, now, cancellationToken);

        public Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken cancellationToken = default) => queue.DepthsAsync(cancellationToken);

        private IReadOnlyList<QueuedMessage> Counted(IReadOnlyList<QueuedMessage> messages)
        {
            Interlocked.Add(ref counted._messages, messages.Count);
            return messages;
        }
    }
}
