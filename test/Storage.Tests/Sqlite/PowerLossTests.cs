using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Storage.Log;
using MultiLine.Storage.Sqlite;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;
using static MultiLine.Storage.Tests.Sqlite.WholeSteps;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>The power goes, and of what no fsync has confirmed chance keeps some.</summary>
public sealed class PowerLossTests : IAsyncDisposable
{
    private readonly Random _chance = new(1);
    private readonly SimulatedDisk _disk;
    private readonly SqliteUnderTest _storage;

    public PowerLossTests()
    {
        var folder = Directory.CreateTempSubdirectory("multiline-power-").FullName;
        _disk = SimulatedDisk.Under(folder);
        _storage = new SqliteUnderTest(directory: folder);
    }

    private IConversationLog Log => _storage.Port<IConversationLog>();

    public async ValueTask DisposeAsync()
    {
        _disk.Heal();
        await _storage.DisposeAsync();
        _disk.Dispose();
    }

    [Fact]
    public async Task A_power_cut_at_any_moment_takes_nothing_that_was_acknowledged()
    {
        const int Conversations = 4;
        var acknowledged = new long[Conversations];
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Conversations).Select(async index =>
        {
            while (!stop.IsCancellationRequested)
                acknowledged[index] = await Log.MustAppendAsync(Whole(Contact(index), acknowledged[index]));
        }).ToArray();

        for (var cut = 0; cut < 20; cut++)
        {
            for (var syncs = _chance.Next(1, 20); syncs > 0; syncs--)
                await _disk.NextSync();
            await MustBeLeftAsync([.. acknowledged.Select((version, index) => (Contact(index), version))]);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.All(acknowledged, version => Assert.True(version > Events, "Too little was acknowledged for the test to mean anything."));
    }

    [Fact]
    public async Task What_a_failed_fsync_left_behind_is_not_built_upon()
    {
        var (anna, bert) = (0L, 0L);
        for (var round = 0; round < 20; round++)
        {
            anna = await Log.MustAppendAsync(Whole(Anna, anna));
            _disk.Fail(DiskFault.SyncError);
            for (var i = 0; i <= round % 3; i++)
                await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.AppendAsync(Whole(Bert, bert)));
            _disk.Heal();

            anna = await Log.MustAppendAsync(Whole(Anna, anna));
            await MustBeLeftAsync((Anna, anna), (Bert, bert));
        }
    }

    [Fact]
    public async Task What_a_failed_fsync_left_behind_is_not_built_upon_after_a_restart_either()
    {
        var (anna, bert) = (0L, 0L);
        for (var round = 0; round < 20; round++)
        {
            anna = await Log.MustAppendAsync(Whole(Anna, anna));
            _disk.Fail(DiskFault.SyncError);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.AppendAsync(Whole(Bert, bert)));
            // The disk still fails when the process ends, so that the log stays as it is.
            await ((ServiceProvider)_storage.Services).DisposeAsync();
            _disk.Heal();
            await _storage.ReopenAsync();

            // It may have become readable. Then it is no less durable than what comes behind it.
            bert = await _storage.MustHoldAsync(Bert, bert);
            anna = await Log.MustAppendAsync(Whole(Anna, anna));
            await MustBeLeftAsync((Anna, anna), (Bert, bert));
        }
    }

    [Fact]
    public async Task What_could_not_be_moved_into_the_database_is_not_forgotten_before_it_is_there()
    {
        var anna = await Log.MustAppendAsync(Whole(Anna, 0));
        for (var round = 0; round < 3; round++)
        {
            _disk.Fail(DiskFault.SyncError, on: file => file == SqliteDatabase.FileName);
            for (var i = 0; i < 3; i++)
                anna = await Log.MustAppendAsync(Large(anna));
            Assert.True(_disk.Failed > 0, "Nothing has failed.");
            await MustBeLeftAsync((Anna, anna));

            _disk.Heal();
            anna = await Log.MustAppendAsync(Large(anna));
            anna = await Log.MustAppendAsync(Whole(Anna, anna));
            await MustBeLeftAsync((Anna, anna));
        }

        // Three of them are more than the write-ahead log is meant to hold, so that it is tried to move it.
        static AppendRequest Large(long expected)
        {
            var step = Whole(Anna, expected);
            return step with { Content = new Dictionary<long, byte[]>(step.Content) { [expected + 1] = new byte[24_000_000] } };
        }
    }

    private async Task MustBeLeftAsync(params (ConversationKey Conversation, long Acknowledged)[] least)
    {
        var folder = Directory.CreateTempSubdirectory("multiline-power-lost-").FullName;
        _disk.CutPower(folder, _chance);
        await using var left = new SqliteUnderTest(directory: folder);
        foreach (var (conversation, acknowledged) in least)
            await left.MustHoldAsync(conversation, acknowledged);
        Assert.Equal("ok", await left.Database.ReadAsync(
            new("check", "all"), session => session.First("PRAGMA integrity_check", row => row.GetString(0)), CancellationToken.None));
    }
}
