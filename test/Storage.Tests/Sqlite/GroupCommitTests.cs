using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Storage.Hosting;
using MultiLine.Storage.Log;
using MultiLine.Storage.Sqlite;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class GroupCommitTests : IAsyncDisposable
{
    private readonly FaultyDisk _disk = new();
    private readonly SqliteUnderTest _storage;

    public GroupCommitTests() => _storage = new SqliteUnderTest(_disk);

    private IConversationLog Log => _storage.Services.GetRequiredService<IConversationLog>();

    public async ValueTask DisposeAsync()
    {
        _disk.GoOn();
        await _storage.DisposeAsync();
        _disk.Dispose();
    }

    [Fact]
    public async Task Steps_that_wait_while_the_disk_works_share_one_commit()
    {
        const int Steps = 500;
        _disk.Hang();
        var first = Log.MustAppendAsync(Step(Anna, 0));
        await _disk.ArrivedAsync();
        var before = _storage.Database.Writer.Commits;

        var waiting = Enumerable.Range(0, Steps).Select(i => Log.MustAppendAsync(Step(Bert with { Contact = $"c{i}" }, 0))).ToArray();
        Assert.DoesNotContain(waiting, append => append.IsCompleted);
        _disk.GoOn();
        await first;
        await Task.WhenAll(waiting);

        Assert.Equal(2, _storage.Database.Writer.Commits - before);
        for (var i = 0; i < Steps; i++)
            Assert.Single(await Log.ReadAllAsync(Bert with { Contact = $"c{i}" }));
    }

    [Fact]
    public async Task A_later_step_of_a_group_sees_what_an_earlier_one_wrote()
    {
        _disk.Hang();
        var first = Log.AppendAsync(Step(Bert, 0));
        await _disk.ArrivedAsync();

        var results = new[] { 0, 1, 1, 2 }.Select(expected => Log.AppendAsync(Step(Anna, expected))).ToArray();
        _disk.GoOn();
        await first;

        Assert.Equal(
            [new AppendResult.Appended(1, 2), new AppendResult.Appended(2, 3), new AppendResult.VersionConflict(2), new AppendResult.Appended(3, 4)],
            await Task.WhenAll(results));
    }

    [Fact]
    public async Task A_step_that_throws_is_undone_alone()
    {
        _disk.Hang();
        var first = Log.AppendAsync(Step(Cora, 0));
        await _disk.ArrivedAsync();

        var good = Log.MustAppendAsync(Step(Anna, 0));
        var broken = _storage.Database.WriteAsync<int>(
            session =>
            {
                AppendStep.Run(session, Step(Bert, 0));
                throw new InvalidOperationException("broken");
            },
            CancellationToken.None);
        var alsoGood = Log.MustAppendAsync(Step(Anna, 1));
        _disk.GoOn();

        await first;
        Assert.Equal(1, await good);
        Assert.Equal(2, await alsoGood);
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => broken)).Message);
        Assert.Empty(await Log.ReadAllAsync(Bert));
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_the_commit_and_readers_do_not_wait_for_it()
    {
        await Log.MustAppendAsync(Step(Anna, 0));
        await _disk.ArrivedAsync();
        _disk.Hang();
        var append = Log.AppendAsync(Step(Anna, 1));
        await _disk.ArrivedAsync();

        Assert.Single(await Log.ReadAllAsync(Anna));
        Assert.False(append.IsCompleted);

        _disk.GoOn();
        Assert.Equal(new AppendResult.Appended(2, 2), await append);
        Assert.Equal(2, (await Log.ReadAllAsync(Anna)).Count);
    }

    [Fact]
    public async Task A_callers_continuation_never_runs_on_the_writers_thread()
    {
        var writer = await _storage.Database.WriteAsync(_ => Environment.CurrentManagedThreadId, CancellationToken.None);
        for (var i = 0; i < 20; i++)
        {
            var continuedOn = await _storage.Database.WriteAsync(_ => 0, CancellationToken.None)
                .ContinueWith(_ => Environment.CurrentManagedThreadId, TaskContinuationOptions.ExecuteSynchronously);
            Assert.NotEqual(writer, continuedOn);
        }
    }

    [Fact]
    public async Task A_full_disk_refuses_every_waiting_step_stores_none_of_them_and_is_forgotten_when_there_is_room()
    {
        await Log.MustAppendAsync(Step(Anna, 0));
        _disk.Full = true;

        var refused = Enumerable.Range(0, 20).Select(i => Log.AppendAsync(Step(Bert with { Contact = $"c{i}" }, 0))).ToArray();
        foreach (var append in refused)
            await Assert.ThrowsAsync<StorageUnavailableException>(() => append);
        Assert.Single(await Log.ReadAllAsync(Anna));

        _disk.Full = false;
        Assert.Equal(2, await Log.MustAppendAsync(Step(Anna, 1)));
        for (var i = 0; i < 20; i++)
            Assert.Equal(1, await Log.MustAppendAsync(Step(Bert with { Contact = $"c{i}" }, 0)));
    }

    [Fact]
    public async Task A_write_that_SQLite_itself_finds_no_room_for_is_refused_whole()
    {
        await Log.MustAppendAsync(Step(Anna, 0));
        // A real "database or disk is full" from inside a statement, after which SQLite has rolled back by itself.
        await _storage.Database.WriteAsync(session => session.Number("PRAGMA max_page_count = 1"), CancellationToken.None);

        var large = Step(Anna, 1) with { Content = new Dictionary<long, byte[]> { [2] = new byte[1_000_000] } };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Log.AppendAsync(large));

        Assert.Single(await Log.ReadAllAsync(Anna));
        Assert.Equal(2, await Log.MustAppendAsync(large));
    }

    [Fact]
    public async Task Another_process_may_write_to_the_same_file()
    {
        await using var other = new SqliteUnderTest(directory: _storage.DataDirectory);
        var both = new[] { Log, other.Services.GetRequiredService<IConversationLog>() };

        var wins = await Task.WhenAll(both.Select(log => Task.Run(async () =>
        {
            var won = 0;
            for (long expected = 0; expected < 40; expected++)
                won += await log.AppendAsync(Step(Anna, expected)) is AppendResult.Appended ? 1 : 0;
            return won;
        })));

        Assert.Equal(40, wins.Sum());
        Assert.Equal(40, (await Log.ReadAllAsync(Anna)).Count);
    }

    [Fact]
    public async Task A_closed_database_says_so()
    {
        var log = Log;
        await ((ServiceProvider)_storage.Services).DisposeAsync();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => log.AppendAsync(Step(Anna, 0)));
        await _storage.ReopenAsync();
    }

    [Fact]
    public void A_file_that_is_something_else_is_not_touched()
    {
        var directory = Directory.CreateTempSubdirectory("multiline-foreign-").FullName;
        using (var foreign = new SqliteConnection($"Data Source={Path.Combine(directory, SqliteDatabase.FileName)};Pooling=False"))
        {
            foreign.Open();
            using var create = foreign.CreateCommand();
            create.CommandText = "CREATE TABLE log (everything TEXT)";
            create.ExecuteNonQuery();
        }

        var storage = new SqliteUnderTest(directory: directory);

        Assert.Contains("not a MultiLine database", Assert.Throws<StorageSetupException>(() => storage.Database).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_later_release_is_not_touched()
    {
        await _storage.Database.WriteAsync(session => session.Execute("PRAGMA user_version = 999"), CancellationToken.None);

        await _storage.ReopenAsync();

        Assert.Contains("later release", Assert.Throws<StorageSetupException>(() => _storage.Database).Message, StringComparison.Ordinal);
    }
}
