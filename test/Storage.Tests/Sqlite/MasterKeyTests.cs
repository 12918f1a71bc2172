using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MultiLine.Storage.Content;
using MultiLine.Storage.Hosting;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class MasterKeyTests : IAsyncDisposable
{
    private readonly SqliteUnderTest _storage = new();

    private IKeyRing Keys => _storage.Services.GetRequiredService<IKeyRing>();

    private string KeyFile => Path.Combine(_storage.DataDirectory, MasterKey.FileName);

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task It_is_made_at_the_first_start_for_nobody_but_the_owner()
    {
        await StartAsync();

        Assert.Equal(32, Convert.FromBase64String((await File.ReadAllTextAsync(KeyFile)).Trim()).Length);
        Assert.Equal([KeyFile], Directory.GetFiles(_storage.DataDirectory, "master*"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task Of_many_who_make_it_at_once_all_get_the_same()
    {
        for (var round = 0; round < 1000; round++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_storage.DataDirectory, $"round-{round}")).FullName;
            var options = new StorageOptions { DataDirectory = folder };
            using var together = new Barrier(4);

            var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return Convert.ToHexString(MasterKey.Load(options, mayCreate: true));
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

            Assert.Single(keys.Distinct());
            Assert.Single(Directory.GetFiles(folder));
        }
    }

    [Fact]
    public async Task The_database_does_not_hold_an_organisations_key_in_the_clear()
    {
        var key = await Keys.CurrentAsync("acme");
        await ((ServiceProvider)_storage.Services).DisposeAsync();

        var file = await File.ReadAllBytesAsync(Path.Combine(_storage.DataDirectory, SqliteDatabase.FileName));
        Assert.Equal(-1, file.AsSpan().IndexOf(key.Key.Span));
        await _storage.ReopenAsync();
    }

    [Fact]
    public async Task A_file_that_others_may_read_stops_the_start()
    {
        if (OperatingSystem.IsWindows())
            return;
        await StartAsync();
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await _storage.ReopenAsync();

        Assert.Contains("0600", (await Assert.ThrowsAsync<StorageSetupException>(StartAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_file_is_not_replaced_once_it_has_wrapped_anything()
    {
        await Keys.CurrentAsync("acme");
        File.Delete(KeyFile);

        await _storage.ReopenAsync();

        Assert.Contains("Restore it", (await Assert.ThrowsAsync<StorageSetupException>(StartAsync)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task Another_master_key_opens_nothing_stops_the_start_and_is_named()
    {
        await Keys.CurrentAsync("acme");
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        await _storage.ReopenAsync();

        Assert.StartsWith(KeyFile, (await Assert.ThrowsAsync<StorageSetupException>(StartAsync)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageSetupException>(() => Keys.CurrentAsync("acme"));
        await Assert.ThrowsAsync<StorageSetupException>(() => Keys.FindAsync("acme", 1));
    }

    [Fact]
    public async Task One_organisations_key_that_was_changed_closes_its_content_and_that_of_nobody_else()
    {
        foreach (var organization in (string[])["acme", "bolt"])
            await Keys.CurrentAsync(organization);
        await _storage.Database.WriteAsync(
            session => session.Execute("UPDATE organization_key SET wrapped = zeroblob(length(wrapped)) WHERE organization = 'acme'"), CancellationToken.None);

        await _storage.ReopenAsync();
        await StartAsync();

        await Assert.ThrowsAsync<SealBrokenException>(() => Keys.CurrentAsync("acme"));
        await Assert.ThrowsAsync<SealBrokenException>(() => Keys.FindAsync("acme", 1));
        Assert.NotNull(await Keys.FindAsync("bolt", 1));
    }

    [Fact]
    public async Task The_setting_stands_in_for_the_file()
    {
        await using var storage = new SqliteUnderTest(masterKey: Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var key = await storage.Services.GetRequiredService<IKeyRing>().CurrentAsync("acme");

        await storage.ReopenAsync();

        Assert.Equal(key.Key.ToArray(), (await storage.Services.GetRequiredService<IKeyRing>().CurrentAsync("acme")).Key.ToArray());
        Assert.False(File.Exists(Path.Combine(storage.DataDirectory, MasterKey.FileName)));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public async Task A_setting_that_is_no_key_of_256_bits_is_refused_by_name(string masterKey)
    {
        await using var storage = new SqliteUnderTest(masterKey: masterKey);

        var refused = Assert.Throws<OptionsValidationException>(() => storage.Services.GetRequiredService<IKeyRing>());

        Assert.Contains("Storage:MasterKey", refused.Message, StringComparison.Ordinal);
    }

    private async Task StartAsync()
    {
        foreach (var service in _storage.Services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
    }
}
