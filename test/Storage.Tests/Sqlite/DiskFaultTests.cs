using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Storage.Log;
using MultiLine.Storage.Sqlite;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;
using static MultiLine.Storage.Tests.Sqlite.WholeSteps;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>The disk fails below SQLite, which makes of it what it would make of a real one.</summary>
public sealed class DiskFaultTests : IAsyncDisposable
{
    private readonly SimulatedDisk _disk;
    private readonly SqliteUnderTest _storage;

    public DiskFaultTests()
    {
        var folder = Directory.CreateTempSubdirectory("multiline-disk-").FullName;
        _disk = SimulatedDisk.Under(folder);
        _storage = new SqliteUnderTest(directory: folder);
    }

    private IConversationLog Log => _storage.Port<IConversationLog>();

    public async ValueTask DisposeAsync()
    {
        _disk.Heal();
        _disk.GoOn();
        await _storage.DisposeAsync();
        _disk.Dispose();
    }

    [Theory]
    [InlineData(DiskFault.WriteError)]
    [InlineData(DiskFault.ShortWrite)]
    [InlineData(DiskFault.Full)]
    [InlineData(DiskFault.SyncError)]
    public async Task What_the_disk_does_not_take_is_refused_whole_while_readers_go_on_and_is_taken_when_the_fault_has_passed(DiskFault fault)
    {
        var anna = await Log.MustAppendAsync(Whole(Anna, 0));

        _disk.Fail(fault);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.AppendAsync(Whole(Anna, anna)));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.AppendAsync(Whole(Bert, 0)));
            Assert.Equal(anna, await _storage.MustHoldAsync(Anna, anna));
            Assert.Equal(0, await _storage.MustHoldAsync(Bert, 0));
        }

        Assert.True(_disk.Failed >= 6, $"Only {_disk.Failed} operations have failed.");
        _disk.Heal();
        anna = await Log.MustAppendAsync(Whole(Anna, anna));
        var bert = await Log.MustAppendAsync(Whole(Bert, 0));

        await _storage.ReopenAsync();
        Assert.Equal(anna, await _storage.MustHoldAsync(Anna, anna));
        Assert.Equal(bert, await _storage.MustHoldAsync(Bert, bert));
    }

    [Theory]
    [InlineData(DiskFault.WriteError)]
    [InlineData(DiskFault.ShortWrite)]
    [InlineData(DiskFault.Full)]
    [InlineData(DiskFault.SyncError)]
    [InlineData(DiskFault.ReadError)]
    public async Task Whichever_operation_fails_a_step_is_there_whole_or_not_at_all_and_what_was_acknowledged_stays(DiskFault fault)
    {
        var (version, refused, failed) = (0L, 0, 1);
        // Until a step meets no fault any more: it has fewer operations than that.
        for (var after = 0; failed > 0; after++)
        {
            // With nothing in memory, so that there is something to read.
            await _storage.ReopenAsync();
            await _storage.Database.ReadAsync(new("none", "none"), _ => 0, CancellationToken.None);
            _disk.Fail(fault, after: after, times: 1);
            try
            {
                version = await Log.MustAppendAsync(Whole(Anna, version));
            }
            catch (StorageUnavailableException)
            {
                refused++;
            }

            failed = _disk.Failed;
            _disk.Heal();
            Assert.Equal(version, await _storage.MustHoldAsync(Anna, version));
            await _storage.ReopenAsync();
            version = await _storage.MustHoldAsync(Anna, version);
        }

        Assert.True(refused > 0, "No step was refused.");
    }

    [Fact]
    public async Task What_can_not_be_read_is_refused_and_never_taken_for_nothing()
    {
        var anna = await Log.MustAppendAsync(Whole(Anna, 0));
        await _storage.ReopenAsync();
        _ = _storage.Database;

        _disk.Fail(DiskFault.ReadError);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.ReadAllAsync(Anna));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.FindClaimAsync("s", "1"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.AppendAsync(Whole(Anna, anna)));

        _disk.Heal();
        await _storage.MustHoldAsync(Anna, anna);
        await Log.MustAppendAsync(Whole(Anna, anna));
    }

    [Fact]
    public async Task A_disk_that_does_not_answer_holds_up_who_writes_and_nobody_who_reads()
    {
        var anna = await Log.MustAppendAsync(Whole(Anna, 0));
        var arrived = _disk.NextSync();
        _disk.Hang();
        var append = Log.MustAppendAsync(Whole(Anna, anna));
        await arrived;

        Assert.Equal(anna, await _storage.MustHoldAsync(Anna, anna));
        Assert.False(append.IsCompleted);

        _disk.GoOn();
        await _storage.MustHoldAsync(Anna, await append);
    }

    [Theory]
    [InlineData(DiskFault.WriteError)]
    [InlineData(DiskFault.ShortWrite)]
    [InlineData(DiskFault.Full)]
    [InlineData(DiskFault.SyncError)]
    public async Task What_can_not_be_moved_into_the_database_stays_in_its_write_ahead_log_across_a_stop(DiskFault fault)
    {
        const int Large = 20_000_000;
        var anna = await Log.MustAppendAsync(Whole(Anna, 0));
        _disk.Fail(fault, on: file => file == SqliteDatabase.FileName);

        // More than the log is meant to hold, so that it is tried to move it.
        await Log.MustAppendAsync(Step(Bert, 0) with { Content = new Dictionary<long, byte[]> { [1] = new byte[Large] } });
        anna = await Log.MustAppendAsync(Whole(Anna, anna));
        await ((ServiceProvider)_storage.Services).DisposeAsync();
        Assert.True(_disk.Failed > 0, "Nothing has failed.");

        _disk.Heal();
        await _storage.ReopenAsync();
        Assert.Equal(anna, await _storage.MustHoldAsync(Anna, anna));
        Assert.Equal(Large, Assert.Single(await Log.ReadContentAsync(Bert, [1])).Value.Length);
    }
}
