using Microsoft.Data.Sqlite;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>A disk that is full, or that hangs, for as long as a test wants.</summary>
internal sealed class FaultyDisk : IWriteFault, IDisposable
{
    private const int SqliteFull = 13;
    private readonly ManualResetEventSlim _moving = new(initialState: true);
    private readonly SemaphoreSlim _arrivals = new(0);

    public bool Full { get; set; }

    public void Hang() => _moving.Reset();

    public void GoOn() => _moving.Set();

    /// <summary>Waits until the writer stands before a commit.</summary>
    public async Task ArrivedAsync()
    {
        if (!await _arrivals.WaitAsync(TimeSpan.FromSeconds(10)))
            Assert.Fail("The writer never came to a commit.");
    }

    public void BeforeCommit()
    {
        _arrivals.Release();
        _moving.Wait();
        if (Full)
            throw new SqliteException("database or disk is full", SqliteFull);
    }

    public void Dispose()
    {
        _moving.Dispose();
        _arrivals.Dispose();
    }
}
