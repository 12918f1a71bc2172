using System.Collections.Immutable;
using System.Diagnostics;
using MultiLine.Embedded.Hosting;
using Orleans.Runtime;

namespace MultiLine.Embedded.Calls;

/// <summary>One call of a grain's method, and the answer to it.</summary>
internal sealed class GrainCall<T>(GrainMethod<T> method, GrainId target, object?[] arguments, GrainId? source) : Request
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImmutableDictionary<string, object>? _context = RequestContext.Values;
    private readonly Activity? _caller = CallTrace.IsOn ? Activity.Current : null;
    private CancellationTokenRegistration _cancellation;
    private T _result = default!;
    private Exception? _error;

    public override Interleaving Interleaving => method.Interleaving;

    public override bool IsAbandoned => _answer.Task.IsCompleted;

    /// <summary>What the caller awaits. When the caller cancels, it is cancelled at once, whatever the grain does about it.</summary>
    public Task<T> Answer(CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation.UnsafeRegister(
                static (call, token) => ((GrainCall<T>)call!)._answer.TrySetCanceled(token), this);
            _ = _answer.Task.ContinueWith(
                static (_, call) => ((GrainCall<T>)call!)._cancellation.Dispose(), this, CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return _answer.Task;
    }

    public override void Fail(Exception error) => _answer.TrySetException(error);

    public override void TimeOut(TimeSpan limit) => Fail(new TimeoutException(
        $"No answer within {method.ResponseTimeout ?? limit} from {target} to {method.Name}."));

    protected override async Task RunAsync()
    {
        using var span = CallTrace.IsOn ? CallTrace.Begin(ActivityKind.Server, method, target, source, _caller) : null;
        try
        {
            RequestContext.Values = _context;
            if (Activation.Class.Filters(Activation) is { Length: > 0 } filters)
            {
                var context = new IncomingCall<T>(method, target, source, arguments, Activation, filters);
                await context.Invoke();
                _result = context.TypedResult;
            }
            else
            {
                var invocation = method.Invoke(Activation.GrainInstance!, arguments);
                await invocation;
                _result = method.ResultOf(invocation);
            }
        }
#pragma warning disable CA1031 // Whatever the grain throws is the answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _error = e;
            span?.Fail(e);
            Activation.OnFailure(e);
            if (method.OneWay)
            {
                Activation.Log.OneWayCallFailed(e, target, method.Name);
            }
        }
    }

    protected override void OnEnded()
    {
        if (_error is null)
        {
            _answer.TrySetResult(_result);
        }
        else
        {
            _answer.TrySetException(_error);
        }
    }
}
