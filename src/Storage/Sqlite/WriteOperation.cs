using System.Diagnostics;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// One caller's step, waiting to be part of a transaction. It runs on the writer's thread; its outcome is told only after the
/// commit, and on the caller's side.
/// </summary>
internal abstract class WriteOperation(CancellationToken cancellationToken)
{
    /// <summary>A caller who gave up before the writer came to it wants nothing written.</summary>
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    /// <summary>The span of who asked for it.</summary>
    public Activity? Caller { get; } = StorageTelemetry.Caller;

    /// <summary>What the step itself threw; it was rolled back alone.</summary>
    public Exception? Error { get; set; }

    public abstract void Execute(SqliteSession session);

    /// <summary>The transaction is durable: tells the caller its result or its own error.</summary>
    public abstract void Complete();

    /// <summary>The transaction is gone, and this step with it.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class WriteOperation<T>(Func<SqliteSession, T> step, CancellationToken cancellationToken)
    : WriteOperation(cancellationToken)
{
    private readonly CancellationToken _cancellationToken = cancellationToken;

    // Asynchronous continuations: a caller's code must never run on the writer's thread.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Outcome => _outcome.Task;

    public override void Execute(SqliteSession session) => _result = step(session);

    public override void Complete()
    {
        if (Error is OperationCanceledException)
            _outcome.TrySetCanceled(_cancellationToken);
        else if (Error is not null)
            _outcome.TrySetException(Error);
        else
            _outcome.TrySetResult(_result!);
    }

    public override void Fail(Exception exception) => _outcome.TrySetException(exception);
}
