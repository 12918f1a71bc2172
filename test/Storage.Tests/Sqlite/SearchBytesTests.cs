using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;
using MultiLine.Storage.Log;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.Retention;
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
    public async Task The_token_of_a_message_that_was_disposed_of_is_in_no_byte_of_the_files()
    {
        await _storage.Services.GetRequiredService<IOrganizationStore>().SaveAsync(
            new Organization { Id = "acme", Name = "Acme", Recording = [new RecordingChange(Noon, null, RecordingRule.Off(1))] }, expectedVersion: 0);
        await _storage.Services.GetRequiredService<IConversationLog>().MustAppendAsync(new AppendRequest
        {
            Conversation = Anna,
            ExpectedVersion = 0,
            Events = [.. Enumerable.Range(1, 200).Select(version => DisposalContract.Received(version))],
            Content = new Dictionary<long, byte[]> { [100] = [1] },
        });
        await Index.AddAsync("acme/0", 0, 200, [.. Enumerable.Range(1, 200).Select(Message)]);
        await _storage.ReopenAsync();
        Assert.True(await IsOnDisk(Planted));

        var run = new DisposalRun("acme", "r1", "cora", Noon.AddDays(2));
        var step = await _storage.Services.GetRequiredService<IDisposal>()
            .DisposeAsync(new DisposalRequest(run, Anna, 0, 100, Noon.AddDays(2), "archive/acme/0"));
        Assert.Single(step.Decision.Due);

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
