using MultiLine.Embedded.Hosting;
using Orleans.Runtime;
using Orleans.Streams;

namespace MultiLine.Embedded.Streams;

/// <summary>
/// The items of one stream on their way to one subscriber, one after the other. An item that is refused comes again after a growing
/// wait, a bounded number of times; then it is given up.
/// </summary>
internal sealed class Subscription(MemoryStreamProvider provider, GrainId subscriber, StreamId stream)
{
    private readonly Queue<(object? Item, StreamSequenceToken Token)> _items = new();
    private bool _running;
    private bool _forgotten;

    public GrainId Subscriber => subscriber;

    public StreamId Stream => stream;

    /// <returns>False if it has been forgotten and a new one must be made.</returns>
    public bool TryAdd(object? item, StreamSequenceToken token)
    {
        lock (_items)
        {
            if (_forgotten)
            {
                return false;
            }

            _items.Enqueue((item, token));
            if (!_running)
            {
                _running = true;
                ThreadPool.UnsafeQueueUserWorkItem(static own => _ = own.RunAsync(), this, preferLocal: false);
            }

            return true;
        }
    }

    private async Task RunAsync()
    {
        while (TryPeek(out var item, out var token))
        {
            await DeliverAsync(item, token);
            lock (_items)
            {
                _items.Dequeue();
            }
        }

        provider.Forget(this);
    }

    private bool TryPeek(out object? item, out StreamSequenceToken token)
    {
        lock (_items)
        {
            _forgotten = _items.Count == 0 || provider.Catalog.Stopping.IsCancellationRequested;
            (item, token) = _forgotten ? default : _items.Peek();
            return !_forgotten;
        }
    }

    private async Task DeliverAsync(object? item, StreamSequenceToken token)
    {
        var (catalog, options) = (provider.Catalog, provider.Catalog.Options);
        var wait = options.StreamRetryDelay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var delivery = new StreamDelivery(provider.Name, stream, item, token) { Deadline = catalog.DeadlineAfter(null) };
                catalog.Send(subscriber, delivery);
                await delivery.Done;
                return;
            }
#pragma warning disable CA1031 // Whatever it is, the item comes again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (catalog.Stopping.IsCancellationRequested)
                {
                    return;
                }

                if (attempt >= options.StreamAttempts)
                {
                    provider.DeadLetters.Add(new(provider.Name, stream, subscriber, attempt, catalog.Time.GetUtcNow(), e));
                    return;
                }

                catalog.Log.StreamItemRefused(e, subscriber, stream, attempt, wait);
            }

            await Task.Delay(wait, catalog.Time, catalog.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < options.StreamRetryLimit ? wait * 2 : options.StreamRetryLimit;
        }
    }
}
