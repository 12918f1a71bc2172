using MultiLine.Embedded.Activations;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MultiLine.Embedded.Streams;

/// <summary>Who takes the items of which stream in one activation.</summary>
internal sealed class StreamObservers
{
    /// <summary>Made for those who have one: most activations take items of no stream.</summary>
    private Dictionary<(string Provider, StreamId Stream), Func<object?, StreamSequenceToken, Task>>? _observers;

    public void Set(string provider, StreamId stream, Func<object?, StreamSequenceToken, Task> observer) =>
        (_observers ??= [])[(provider, stream)] = observer;

    /// <summary>The observer of a stream; the grain is asked for it before the first item.</summary>
    /// <exception cref="InvalidOperationException">The grain named none.</exception>
    public async Task<Func<object?, StreamSequenceToken, Task>> GetAsync(Activation activation, string provider, StreamId stream)
    {
        if (_observers?.ContainsKey((provider, stream)) != true && activation.GrainInstance is IStreamSubscriptionObserver grain)
        {
            await grain.OnSubscribed(new StreamHandleFactory(activation, provider, stream));
        }

        return _observers?.GetValueOrDefault((provider, stream)) is { } observer
            ? observer
            : throw new InvalidOperationException($"{activation.GrainId} is subscribed to {stream} of '{provider}' but has named no observer.");
    }
}
