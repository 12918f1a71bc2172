using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Api.Tests.Support;
using MultiLine.Storage.Content;
using MultiLine.Storage.Hosting;
using MultiLine.Storage.Organizations;

namespace MultiLine.Api.Tests.Starting;

/// <summary>A deployment that was stopped, and something that happened to its data directory before it is started again.</summary>
public sealed class StorageStartTests : IAsyncLifetime
{
    private const int PageSize = 4096;

    private readonly string _folder = Directory.CreateTempSubdirectory("multiline-start-").FullName;

    private string Database => Path.Combine(_folder, "multiline.db");

    private string MasterKey => Path.Combine(_folder, "master.key");

    public async Task InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataDirectory", _folder)]).Build();
        await using var storage = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddSqliteStorage().BuildServiceProvider();
        await storage.OpenSqliteStorageAsync();
        foreach (var organization in Cast.Organizations)
        {
            await storage.GetRequiredService<IOrganizationStore>().SaveAsync(organization, expectedVersion: 0);
            await storage.GetRequiredService<IKeyRing>().CurrentAsync(organization.Id);
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_was_left_as_it_was_starts()
    {
        var outcome = await StorageProgram.StartAsync(_folder);

        Assert.True(outcome.HasStarted, outcome.Errors + outcome.Output);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_data_directory_stops_the_start()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        MustRefuse(await StorageProgram.StartAsync(file), file, "Storage:DataDirectory");
        MustRefuse(await StorageProgram.StartAsync(Path.Combine(file, "below")), Path.Combine(file, "below"), "Storage:DataDirectory");
    }

    [Fact]
    public async Task A_database_that_another_process_holds_stops_the_start()
    {
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();

        MustRefuse(await StorageProgram.StartAsync(_folder), Database, "another process");
    }

    [Fact]
    public async Task A_database_whose_beginning_was_overwritten_stops_the_start()
    {
        Overwrite(0, 100);

        MustRefuse(await StorageProgram.StartAsync(_folder), Database, "damaged", "backup");
    }

    [Fact]
    public async Task A_database_that_was_overwritten_behind_its_beginning_stops_the_start()
    {
        Overwrite(100, (int)new FileInfo(Database).Length - 100);

        MustRefuse(await StorageProgram.StartAsync(_folder), Database, "damaged", "backup");
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    public async Task A_database_that_was_cut_off_stops_the_start(double left)
    {
        await using (var file = File.OpenWrite(Database))
            file.SetLength((long)(file.Length * left) / PageSize * PageSize + 1);

        MustRefuse(await StorageProgram.StartAsync(_folder), Database, "damaged", "backup");
    }

    [Fact]
    public async Task A_database_that_was_cut_to_nothing_or_is_gone_is_not_replaced_by_a_new_one()
    {
        await File.WriteAllBytesAsync(Database, []);
        MustRefuse(await StorageProgram.StartAsync(_folder), Database, "is empty", "ledger.key", "backup");

        await File.WriteAllBytesAsync(Database, [1]);
        MustRefuse(await StorageProgram.StartAsync(_folder), Database, "is empty", "ledger.key", "backup");

        File.Delete(Database);
        MustRefuse(await StorageProgram.StartAsync(_folder), Database, "is missing", "ledger.key", "backup");
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task A_master_key_that_is_gone_or_another_one_or_none_stops_the_start()
    {
        File.Delete(MasterKey);
        MustRefuse(await StorageProgram.StartAsync(_folder), MasterKey, "is missing", "backup");

        await WriteKey("not a key");
        MustRefuse(await StorageProgram.StartAsync(_folder), MasterKey, "32 bytes", "backup");

        await WriteKey(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        MustRefuse(await StorageProgram.StartAsync(_folder), MasterKey, "is not the key", "backup");

        var setting = $"--Storage:MasterKey={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
        MustRefuse(await StorageProgram.StartAsync(_folder, settings: setting), "Storage:MasterKey", "is not the key", "backup");
        MustRefuse(await StorageProgram.StartAsync(_folder, settings: "--Storage:MasterKey=short"), "Storage:MasterKey", "32 bytes");
    }

    [Fact]
    public async Task Another_number_of_shards_stops_the_start()
    {
        Assert.True((await StorageProgram.StartAsync(_folder)).HasStarted);

        MustRefuse(await StorageProgram.StartAsync(_folder, settings: "--Archive:Count=2"), "Archive:Count", "first start");
    }

    [MountFact]
    public async Task A_data_directory_that_is_read_only_stops_the_start() =>
        MustRefuse(
            await StorageProgram.StartAsync(_folder, "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\""), Database, "read-only");

    [MountFact]
    public async Task A_disk_that_is_full_stops_the_start_of_what_was_running_on_it() =>
        MustRefuse(
            await StorageProgram.StartAsync(
                _folder,
                "cp -r \"$0\" /tmp/.multiline-full.$$ && mount -t tmpfs -o size=4m none \"$0\" && cp -r /tmp/.multiline-full.$$/. \"$0\" && rm -r /tmp/.multiline-full.$$"
                + " && { dd if=/dev/zero of=\"$0/fill\" bs=4096 2>/dev/null || true; }"),
            Database,
            "full");

    [MountFact]
    public async Task A_disk_that_is_full_stops_the_first_start() =>
        MustRefuse(await StorageProgram.StartAsync(_folder, "mount -t tmpfs -o size=64k none \"$0\""), Database, "full");

    private static void MustRefuse(StorageProgram.Outcome outcome, params string[] words)
    {
        Assert.False(outcome.HasStarted, "It has started.");
        Assert.Equal(1, outcome.ExitCode);
        Assert.All(words, word => Assert.Contains(word, outcome.Errors, StringComparison.Ordinal));
        Assert.Single(outcome.Errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", outcome.Output, StringComparison.Ordinal);
    }

    private async Task WriteKey(string text)
    {
        await File.WriteAllTextAsync(MasterKey, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(MasterKey, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private void Overwrite(long from, int length)
    {
        using var file = File.OpenWrite(Database);
        file.Position = from;
        file.Write(RandomNumberGenerator.GetBytes(length));
    }
}
