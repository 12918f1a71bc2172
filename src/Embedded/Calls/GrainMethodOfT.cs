using System.Diagnostics;
using System.Reflection;
using MultiLine.Embedded.Turns;
using MultiLine.Embedded.Isolation;

namespace MultiLine.Embedded.Calls;

/// <summary>A method by the type of its result.</summary>
internal sealed class GrainMethod<T>(MethodInfo method) : GrainMethod(method)
{
    private readonly bool _returnsValueTask = method.ReturnType.IsValueType;
    private readonly ValueCopier? _resultCopier = ValueCopier.ForParameter(method.ReturnParameter, typeof(T));

    public override object Call(GrainReferenceProxy reference, object?[] arguments)
    {
        var result = CallTrace.IsOn ? Traced(reference, arguments) : Start(reference, arguments);
        return !_returnsValueTask ? result
            : typeof(T) == typeof(None) ? new ValueTask(result)
            : new ValueTask<T>(result);
    }

    /// <summary>The result of an ended invocation, the caller's own.</summary>
    public T ResultOf(Task invocation) => typeof(T) == typeof(None) ? default! : ResultOf(((Task<T>)invocation).Result);

    /// <inheritdoc cref="ResultOf(Task)"/>
    public T ResultOf(T result) => _resultCopier is null ? result : (T)_resultCopier.Copy(result, new CopyContext())!;

    private async Task<T> Traced(GrainReferenceProxy reference, object?[] arguments)
    {
        using var span = CallTrace.Begin(ActivityKind.Client, this, reference.GrainId, TurnScheduler.CurrentContext?.GrainId, Activity.Current);
        try
        {
            return await Start(reference, arguments).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            span?.Fail(e);
            throw;
        }
    }

    private Task<T> Start(GrainReferenceProxy reference, object?[] arguments)
    {
        try
        {
            reference.Factory.Catalog.EnsureOpen();
            var cancellation = CancellationTokenIndex < 0 ? default : (CancellationToken)arguments[CancellationTokenIndex]!;
            if (cancellation.IsCancellationRequested)
            {
                return Task.FromCanceled<T>(cancellation);
            }

            Isolate(arguments);
            var call = new GrainCall<T>(this, reference.GrainId, arguments, TurnScheduler.CurrentContext?.GrainId)
            {
                Deadline = OneWay ? long.MaxValue : reference.Factory.Catalog.DeadlineAfter(ResponseTimeout),
            };
            reference.Send(call);
            return OneWay ? Task.FromResult<T>(default!) : call.Answer(cancellation);
        }
#pragma warning disable CA1031 // Every failure of a call is the outcome of its task, whenever it happens.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(e);
        }
    }
}
