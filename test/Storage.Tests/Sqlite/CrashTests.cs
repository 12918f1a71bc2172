using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;
using MultiLine.Storage.Sqlite;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class CrashTests
{
    [Fact]
    public async Task A_copy_of_the_files_taken_while_they_are_in_use_holds_every_acknowledged_step()
    {
        await using var running = new SqliteUnderTest();
        var log = running.Services.GetRequiredService<IConversationLog>();
        for (var i = 0; i < 50; i++)
            await log.MustAppendAsync(Step(Anna, i) with { Followers = ["archive/acme/0"] });

        await using var afterCrash = new SqliteUnderTest(directory: CopyOf(running.DataDirectory));

        Assert.Equal(50, (await afterCrash.Services.GetRequiredService<IConversationLog>().ReadAllAsync(Anna)).Count);
        Assert.Equal(
            [new FollowerMark(Anna, 50, 1)],
            await afterCrash.Services.GetRequiredService<IFollowerMarks>().ReadAsync("archive/acme/0", 0, 10));
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_its_traffic_has_lost_nothing_that_it_acknowledged()
    {
        var directory = Directory.CreateTempSubdirectory("multiline-killed-").FullName;
        using var victim = new Victim(directory);
        var acknowledged = await victim.KillAfterAsync(2_000, TimeSpan.FromSeconds(60));

        await using var storage = new SqliteUnderTest(directory: directory);
        var log = storage.Services.GetRequiredService<IConversationLog>();
        var marks = (await storage.Services.GetRequiredService<IFollowerMarks>().ReadAsync("archive/acme/0", 0, 100))
            .ToDictionary(mark => mark.Conversation, mark => mark.Version);

        Assert.True(acknowledged.Values.Sum() >= 1_900, $"Only {acknowledged.Values.Sum()} steps were acknowledged before the kill.");
        foreach (var (index, version) in acknowledged)
        {
            var rows = await log.ReadAllAsync(Victim.Conversation(index));
            Assert.Equal(Enumerable.Range(1, rows.Count).Select(v => (long)v), rows.Select(row => row.Version));
            Assert.True(rows.Count >= version, $"Conversation {index} acknowledged {version}, but only {rows.Count} are stored.");
            Assert.Equal(rows.Count, (await log.ReadContentAsync(Victim.Conversation(index), [.. rows.Select(row => row.Version)])).Count);
            Assert.Equal(rows.Count, (await log.FindClaimAsync("s", $"{index}-{rows.Count}"))!.Version);
            Assert.Null(await log.FindClaimAsync("s", $"{index}-{rows.Count + 1}"));
            Assert.Equal(rows.Count, marks[Victim.Conversation(index)]);
        }
    }

    [Fact]
    public async Task Closing_leaves_one_file_that_holds_everything()
    {
        var storage = new SqliteUnderTest();
        await storage.Services.GetRequiredService<IConversationLog>().MustAppendAsync(Step(Anna, 0));
        await ((ServiceProvider)storage.Services).DisposeAsync();

        Assert.Equal([SqliteDatabase.FileName], Directory.GetFiles(storage.DataDirectory, "*.db*").Select(Path.GetFileName));
        await storage.ReopenAsync();
        Assert.Single(await storage.Services.GetRequiredService<IConversationLog>().ReadAllAsync(Anna));
        await storage.DisposeAsync();
    }

    [Fact]
    public async Task A_commit_waits_for_the_disk_itself()
    {
        const int Full = 2;
        await using var storage = new SqliteUnderTest();

        Assert.Equal(Full, await storage.Database.WriteAsync(session => session.Number("PRAGMA synchronous"), CancellationToken.None));
    }

    [Fact]
    public async Task Content_that_was_deleted_is_no_longer_in_the_file()
    {
        var storage = new SqliteUnderTest();
        var secret = "the sealed bytes of a message"u8.ToArray();
        var step = Step(Anna, 0) with { Content = new Dictionary<long, byte[]> { [1] = secret } };
        await storage.Services.GetRequiredService<IConversationLog>().MustAppendAsync(step);
        await storage.ReopenAsync();
        Assert.NotEqual(-1, (await ReadFileAsync()).AsSpan().IndexOf(secret));

        await storage.Database.WriteAsync(session => session.Execute("DELETE FROM content"), CancellationToken.None);
        await ((ServiceProvider)storage.Services).DisposeAsync();

        Assert.Equal(-1, (await ReadFileAsync()).AsSpan().IndexOf(secret));
        await storage.DisposeAsync();

        Task<byte[]> ReadFileAsync() => File.ReadAllBytesAsync(Path.Combine(storage.DataDirectory, SqliteDatabase.FileName));
    }

    [Fact]
    public async Task Neither_the_log_nor_the_ledger_lets_itself_be_rewritten_by_hand()
    {
        await using var storage = new SqliteUnderTest();
        await storage.Services.GetRequiredService<IConversationLog>().MustAppendAsync(Step(Anna, 0));

        foreach (var sql in new[] { "DELETE FROM log", "UPDATE log SET body = x'00'" })
        {
            var refused = await Assert.ThrowsAsync<SqliteException>(
                () => storage.Database.WriteAsync(session => session.Execute(sql), CancellationToken.None));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    private static string CopyOf(string directory)
    {
        var copy = Directory.CreateTempSubdirectory("multiline-crash-image-").FullName;
        foreach (var file in Directory.GetFiles(directory))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }
}
