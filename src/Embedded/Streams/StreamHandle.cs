using MultiLine.Embedded.Activations;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MultiLine.Embedded.Streams;

/// <summary>The implicit subscription of an activation to a stream.</summary>
internal sealed class StreamHandle<T>(Activation activation, string providerName, StreamId streamId) : StreamSubscriptionHandle<T>
{
    public override StreamId StreamId => streamId;

    public override string ProviderName => providerName;

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null)
    {
        activation.Observers.Set(providerName, streamId, (item, at) => observer.OnNextAsync((T)item!, at));
        return Task.FromResult<StreamSubscriptionHandle<T>>(this);
    }

    /// <summary>Passes over the items that come to this activation; the subscription itself belongs to the grain class.</summary>
    public override Task UnsubscribeAsync()
    {
        activation.Observers.Set(providerName, streamId, static (_, _) => Task.CompletedTask);
        return Task.CompletedTask;
    }
}

/// <inheritdoc/>
internal sealed class StreamHandleFactory(Activation activation, string providerName, StreamId streamId) : IStreamSubscriptionHandleFactory
{
    public StreamId StreamId => streamId;

    public string ProviderName => providerName;

    public StreamSubscriptionHandle<T> Create<T>() => new StreamHandle<T>(activation, providerName, streamId);
}
