using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Tests.Recovery;

public sealed class StartTests
{
    [Fact]
    public async Task What_storage_can_not_tell_at_the_start_is_asked_for_again_and_the_product_stays_up()
    {
        var settings = new ProductSettings { Replace = FailOnce, AwaitsWaking = false, AwaitsOptInTemplate = false };
        await using var product = await Product.StartAsync(settings);

        // The catalogues are read after the queue.
        await product.UntilInTime(
            async () => (await product.Catalog().FindOptIn())?.Status == "approved", TimeSpan.FromSeconds(1), "approved opt-in request");
        await product.OpenTalk();
    }

    private static void FailOnce(IServiceCollection services)
    {
        var queue = services.Single(service => service.ServiceType == typeof(IOutboundQueue));
        services.Remove(queue);
        services.AddSingleton<IOutboundQueue>(provider =>
            new QueueThatFailsOnce((IOutboundQueue)ActivatorUtilities.CreateInstance(provider, queue.ImplementationType!)));
    }

    private sealed class QueueThatFailsOnce(IOutboundQueue queue) : IOutboundQueue
    {
        private int _asked;

        public Task<IReadOnlyList<QueuedMessage>> ReadDueHeadsAsync(
            string number, DateTimeOffset now, long afterPlace, int limit, CancellationToken cancellationToken = default) =>
            queue.ReadDueHeadsAsync(number, now, afterPlace, limit, cancellationToken);

        public Task<QueueStretch> ReadStretchAsync(string number, long afterPlace, int limit, CancellationToken cancellationToken = default) =>
            queue.ReadStretchAsync(number, afterPlace, limit, cancellationToken);

        public Task<IReadOnlyList<QueuedMessage>> ReadHeadsAsync(
            string number, IReadOnlyCollection<ConversationKey> conversations, CancellationToken cancellationToken = default) =>
            queue.ReadHeadsAsync(number, conversations, cancellationToken);

        public Task<IReadOnlyList<QueuedMessage>> ReadOverdueAttemptsAsync(
            string number, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
            queue.ReadOverdueAttemptsAsync(number, now, limit, cancellationToken);

        public Task<DateTimeOffset?> NextDueAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            queue.NextDueAsync(number, now, cancellationToken);

        public Task EndWaitsAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            queue.EndWaitsAsync(number, now, cancellationToken);

        public Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken cancellationToken = default) => Interlocked.Increment(ref _asked) == 1
            ? throw new StorageUnavailableException("The disk is away.", new IOException())
            : queue.DepthsAsync(cancellationToken);
    }
}
