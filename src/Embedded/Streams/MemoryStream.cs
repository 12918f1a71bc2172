using MultiLine.Embedded.Activations;
using MultiLine.Embedded.Turns;
using Orleans.Runtime;
using Orleans.Streams;

namespace MultiLine.Embedded.Streams;

/// <summary>A stream of a <see cref="MemoryStreamProvider"/>.</summary>
internal sealed class MemoryStream<T>(MemoryStreamProvider provider, StreamId streamId) : IAsyncStream<T>
{
    public StreamId StreamId => streamId;

    public string ProviderName => provider.Name;

    public bool IsRewindable => provider.IsRewindable;

    public Task OnNextAsync(T item, StreamSequenceToken? token = null)
    {
        provider.Publish(streamId, item);
        return Task.CompletedTask;
    }

    public Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null)
    {
        foreach (var item in batch)
        {
            provider.Publish(streamId, item);
        }

        return Task.CompletedTask;
    }

    public Task OnErrorAsync(Exception ex) => throw new NotSupportedException("A stream that never ends has no last error.");

    /// <exception cref="NotSupportedException">The caller is not an implicit subscriber of this very stream.</exception>
    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer) =>
        TurnScheduler.CurrentContext is Activation activation
        && activation.Class.StreamNamespaces.Contains(streamId.GetNamespace())
        && activation.GrainId.Key.AsSpan().SequenceEqual(streamId.Key.Span)
            ? new StreamHandle<T>(activation, provider.Name, streamId).ResumeAsync(observer)
            : throw new NotSupportedException($"Only grains with [ImplicitStreamSubscription] of its namespace and with its key subscribe to {streamId}.");
}
