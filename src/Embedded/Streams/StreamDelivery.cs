using MultiLine.Embedded.Calls;
using Orleans.Runtime;
using Orleans.Streams;

namespace MultiLine.Embedded.Streams;

/// <summary>One attempt to deliver an item.</summary>
internal sealed class StreamDelivery(string provider, StreamId stream, object? item, StreamSequenceToken token) : Request
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Exception? _error;

    public Task Done => _done.Task;

    public override Interleaving Interleaving => Interleaving.Exclusive;

    public override bool IsAbandoned => _done.Task.IsCompleted;

    public override void Fail(Exception error) => _done.TrySetException(error);

    public override void TimeOut(TimeSpan limit) => Fail(new TimeoutException($"No answer within {limit} to an item of {stream}."));

    protected override async Task RunAsync()
    {
        try
        {
            var observer = await Activation.Observers.GetAsync(Activation, provider, stream);
            await observer(MemoryStreamProvider.Copy(item), token);
        }
#pragma warning disable CA1031 // Whatever the grain throws is the outcome of the attempt.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Activation.OnFailure(e);
            _error = e;
        }
    }

    protected override void OnEnded()
    {
        if (_error is null)
        {
            _done.TrySetResult();
        }
        else
        {
            _done.TrySetException(_error);
        }
    }
}
