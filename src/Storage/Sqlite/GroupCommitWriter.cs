using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using StorageUnavailableException = MultiLine.Domain.StorageUnavailableException;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// The database's one writer in this process. It takes every step that waits, runs them in one transaction, commits them with one
/// fsync, and then tells all callers. While the disk works, the next transaction gathers.
/// </summary>
internal sealed class GroupCommitWriter : IAsyncDisposable
{
    /// <summary>Bounds how long the first step of a transaction waits for the last.</summary>
    private const int MaxStepsPerCommit = 1_000;

    /// <summary>Above this, callers wait (without blocking) to get in line.</summary>
    private const int MaxWaiting = 20_000;

    private readonly Func<SqliteSession> _open;
    private readonly IWriteFault? _fault;
    private readonly ILogger _logger;
    private readonly Channel<WriteOperation> _waiting =
        Channel.CreateBounded<WriteOperation>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Meter _meter = new(StorageTelemetry.Name);
    private SqliteSession? _session;

    public GroupCommitWriter(Func<SqliteSession> open, IWriteFault? fault, ILogger logger)
    {
        (_open, _fault, _logger) = (open, fault, logger);
        // A thread of its own, since it blocks in fsync: the thread pool belongs to those who don't block.
        // It has nothing of the trace in which the file happens to be opened.
        new Thread(Run) { IsBackground = true, Name = "Storage writer" }.UnsafeStart();
        _meter.CreateObservableUpDownCounter("multiline.storage.write.waiting", () => _waiting.Reader.Count, "{step}", "Steps that wait for a transaction.");
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits { get; private set; }

    /// <summary>
    /// Runs a step in the next transaction; the task ends when the step is durable. The step checks its preconditions before it writes, and is
    /// undone alone if it throws. It may run a second time on what was before the first: all that it does, it does to the session. Cancelled: not
    /// written at all.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The transaction could not be committed; later ones may.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> step, CancellationToken cancellationToken)
    {
        var operation = new WriteOperation<T>(step, cancellationToken);
        return _waiting.Writer.TryWrite(operation) ? operation.Outcome : EnterLineAsync(operation, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _stopped.Task;
        _meter.Dispose();
    }

    private async Task<T> EnterLineAsync<T>(WriteOperation<T> operation, CancellationToken cancellationToken)
    {
        try
        {
            await _waiting.Writer.WriteAsync(operation, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new StorageUnavailableException("The database is closed.", closed);
        }

        return await operation.Outcome;
    }

    private void Run()
    {
        List<WriteOperation> steps = new(MaxStepsPerCommit);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (steps.Count < MaxStepsPerCommit && _waiting.Reader.TryRead(out var step))
                steps.Add(step);
            Commit(steps);
            steps.Clear();
        }

        _session?.Dispose();
        _stopped.SetResult();
    }

    private void Commit(List<WriteOperation> steps)
    {
        using var span = StorageTelemetry.BeginCommit(steps);
        try
        {
            _session ??= _open();
            foreach (var step in steps.Where(step => step.IsAbandoned))
                step.Error = new OperationCanceledException();
            if (!TryRun(steps, _session))
                RunApart(steps, _session);
            _fault?.BeforeCommit();
            _session.Execute("COMMIT");
            Commits++;
        }
        catch (Exception exception)
        {
            StorageTelemetry.Fail(span, exception);
            LogMessages.CommitFailed(_logger, exception, steps.Count);
            // After a fault nothing is known about the connection; closing it rolls back, and the next transaction opens a new one.
            _session?.Dispose();
            _session = null;
            var unavailable = SqliteFaults.Unavailable(exception);
            steps.ForEach(step => step.Fail(unavailable));
            return;
        }

        steps.ForEach(step => step.Complete());
    }

    /// <summary>Runs all of them in one transaction. Where one throws, which hardly ever happens, all are undone.</summary>
    private static bool TryRun(List<WriteOperation> steps, SqliteSession session)
    {
        Begin(session);
        foreach (var step in steps.Where(step => step.Error is null))
        {
            try
            {
                step.Execute(session);
            }
            catch (Exception exception) when (!SqliteFaults.IsStorageFault(exception))
            {
                session.Execute("ROLLBACK");
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Runs each so that it can be undone alone. SQLite then keeps a copy of each page that a step changes, which takes as long as the step.
    /// </summary>
    private static void RunApart(List<WriteOperation> steps, SqliteSession session)
    {
        Begin(session);
        foreach (var step in steps.Where(step => step.Error is null))
        {
            session.Execute("SAVEPOINT step");
            try
            {
                step.Execute(session);
            }
            catch (Exception exception) when (!SqliteFaults.IsStorageFault(exception))
            {
                step.Error = exception;
                session.Execute("ROLLBACK TO step");
            }

            session.Execute("RELEASE step");
        }
    }

    /// <summary>At once for writing: another process may write to the same file, and then we wait here, before anything is decided.</summary>
    private static void Begin(SqliteSession session) => session.Execute("BEGIN IMMEDIATE");
}
