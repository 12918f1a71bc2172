using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Log;
using MultiLine.Storage.Search;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>What the index leaves on the disk.</summary>
public sealed class SearchBytesTests : IAsyncDisposable
{
    private const string Planted = "feedfacecafebeef";

    private readonly SqliteUnderTest _storage = new();

    private ISearchIndex Index => _storage.Services.GetRequiredService<ISearchIndex>();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task The_token_of_a_message_that_was_taken_out_is_in_no_byte_of_the_files()
    {
        await _storage.Services.GetRequiredService<IConversationLog>().MustAppendAsync(Step(Anna, 0, 200));
        await Index.AddAsync("acme/0", 0, 200, [.. Enumerable.Range(1, 200).Select(Message)]);
        await _storage.ReopenAsync();
        Assert.True(await IsOnDisk(Planted));

        await Index.RemoveAsync([Message(100)]);

        // Closing moves the write-ahead log into the database.
        await _storage.ReopenAsync();
        Assert.False(await IsOnDisk(Planted));
        Assert.Equal(199, (await Index.FindAsync(new(["0123456789abcdef"]) { Limit = 1000 })).Count);
    }

    /// <summary>Only one has the planted token, whose neighbours begin otherwise: the index would store a shared beginning once.</summary>
    private static IndexedMessage Message(int version) =>
        new(Anna, version, version == 100 ? ["0123456789abcdef", Planted] : ["0123456789abcdef", $"{version:x16}"]);

    /// <summary>The index stores what a token shares with the one before it only there; all but its first two signs are its own.</summary>
    private async Task<bool> IsOnDisk(string token)
    {
        var sought = Encoding.ASCII.GetBytes(token[2..]);
        foreach (var file in Directory.EnumerateFiles(_storage.DataDirectory))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(sought) >= 0)
                return true;
        }

        return false;
    }
}
