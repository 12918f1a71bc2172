using System.Collections.Concurrent;
using MultiLine.Embedded.Activations;
using MultiLine.Embedded.Isolation;
using Orleans.Runtime;
using Orleans.Streams;

namespace MultiLine.Embedded.Streams;

/// <summary>
/// Streams inside this process. An item is delivered at least once to each implicit subscriber as long as the process lives; what was
/// under way when it ends is lost, so subscribers catch up from what is stored.
/// </summary>
internal sealed class MemoryStreamProvider(string name, Catalog catalog, StreamDeadLetters deadLetters) : IStreamProvider
{
    private readonly ConcurrentDictionary<(GrainId Subscriber, StreamId Stream), Subscription> _subscriptions = new();
    private readonly ILookup<string, GrainClass> _subscribers = catalog.Classes.All
        .SelectMany(grain => grain.StreamNamespaces, (grain, ns) => (grain, ns))
        .ToLookup(pair => pair.ns, pair => pair.grain, StringComparer.Ordinal);

    private long _sequence;

    public string Name => name;

    public bool IsRewindable => false;

    public Catalog Catalog => catalog;

    public StreamDeadLetters DeadLetters => deadLetters;

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new MemoryStream<T>(this, streamId);

    /// <summary>Queues an item for each subscriber and returns.</summary>
    public void Publish(StreamId stream, object? item)
    {
        catalog.EnsureOpen();
        if (stream.GetNamespace() is not { } ns || _subscribers[ns] is not { } subscribers)
        {
            return;
        }

        var own = Copy(item);
        foreach (var subscriber in subscribers)
        {
            var grain = GrainId.Create(subscriber.Type, stream.GetKeyAsString());
            var token = new MemoryStreamToken(Interlocked.Increment(ref _sequence));
            while (!_subscriptions.GetOrAdd((grain, stream), static (key, provider) => new(provider, key.Subscriber, key.Stream), this).TryAdd(own, token))
            {
                // It has just run empty and is about to be forgotten.
            }
        }
    }

    public void Forget(Subscription subscription) =>
        _subscriptions.TryRemove(new((subscription.Subscriber, subscription.Stream), subscription));

    /// <summary>Each side's own: publisher, each subscriber, each attempt.</summary>
    public static object? Copy(object? item) =>
        item is not null && ValueCopier.ForExact(item.GetType()) is { } copier ? copier.Copy(item, new CopyContext()) : item;
}
