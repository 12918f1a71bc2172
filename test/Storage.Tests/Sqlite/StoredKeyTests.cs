using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Content;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>An organisation's key as it lies in the database. Whoever can't open it has lost all content.</summary>
public sealed class StoredKeyTests : IAsyncDisposable
{
    /// <summary>Made by another implementation: key 1 of acme, the bytes 0x40 to 0x5F, under the master key of the bytes 0x00 to 0x1F.</summary>
    private const string Wrapped =
        "01C3C3C3C3C3C3C3C3C3C3C3C311A1339AE2E748D0C7A2917EE6C6B59B8DEE2A2CD956595438D14354E8E83365465BA455C5AD147AAAC99133E37730EC";

    private readonly SqliteUnderTest _storage = new(masterKey: Convert.ToBase64String(Bytes(0x00)));

    private IKeyRing Keys => _storage.Services.GetRequiredService<IKeyRing>();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task A_key_of_the_first_format_opens_for_ever()
    {
        await StoreAsync(Convert.FromHexString(Wrapped));

        Assert.Equal(Bytes(0x40), (await Keys.FindAsync("acme", 1))!.Key.ToArray());
        Assert.Equal(Bytes(0x40), (await Keys.CurrentAsync("acme")).Key.ToArray());
    }

    [Fact]
    public async Task A_change_of_any_byte_is_noticed()
    {
        await OpenAnotherAsync();
        for (var place = 0; place < Wrapped.Length / 2; place++)
        {
            var changed = Convert.FromHexString(Wrapped);
            changed[place] ^= 1;
            await StoreAsync(changed);

            await Assert.ThrowsAsync<SealBrokenException>(() => Keys.FindAsync("acme", 1));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    public async Task A_key_that_was_cut_is_noticed(int length)
    {
        await OpenAnotherAsync();
        await StoreAsync(Convert.FromHexString(Wrapped)[..length]);

        await Assert.ThrowsAsync<SealBrokenException>(() => Keys.FindAsync("acme", 1));
    }

    /// <summary>Where one opens, the master key is the right one.</summary>
    private Task<OrganizationKey> OpenAnotherAsync() => Keys.CurrentAsync("another");

    private Task<int> StoreAsync(byte[] wrapped) => _storage.Database.WriteAsync(
        session => session.Execute("INSERT OR REPLACE INTO organization_key (organization, id, wrapped) VALUES ('acme', 1, ?1)", wrapped),
        CancellationToken.None);

    private static byte[] Bytes(int first) => [.. Enumerable.Range(first, 32).Select(value => (byte)value)];
}
