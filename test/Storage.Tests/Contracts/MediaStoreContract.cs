using System.Security.Cryptography;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;
using MultiLine.Storage.Log;
using MultiLine.Storage.Media;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.Retention;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class MediaStoreContract : StorageContract
{
    private const string Shard = "acme/0";

    private static readonly byte[] Picture = RandomNumberGenerator.GetBytes(SealedPieces.PieceLength + 100);
    private static readonly byte[] Digest = SHA256.HashData(Picture);

    private IMediaStore Store => Port<IMediaStore>();

    private KeptMedia Kept => Port<KeptMedia>();

    /// <summary>The folder in which files are kept.</summary>
    protected abstract string Folder { get; }

    [Fact]
    public async Task A_file_is_kept_once_whatever_messages_it_came_with_and_read_back()
    {
        await AppendAsync(Anna, 2);
        await WantAsync(0, 2, Anna, 1, 2);
        var due = await Store.DueAsync(Shard, Noon, 10);
        Assert.Equal([(Anna, 1), (Anna, 2)], due.Select(file => (file.Conversation, file.Version)));

        await KeepAsync(due[0].Sequence);
        Assert.True(await Kept.UseAsync("acme", due[1].Sequence, Digest));

        Assert.Empty(await Store.DueAsync(Shard, Noon, 10));
        Assert.Equal(Picture, await ReadAsync("acme"));
        Assert.Null(await ReadAsync("contoso"));
        Assert.Single(Files());
    }

    [Fact]
    public async Task What_comes_again_is_kept_already()
    {
        await AppendAsync(Anna, 2);
        await WantAsync(0, 1, Anna, 1);
        await KeepAsync((await Store.DueAsync(Shard, Noon, 10))[0].Sequence);

        await WantAsync(1, 2, Anna, 2);

        Assert.Empty(await Store.DueAsync(Shard, Noon, 10));
    }

    [Fact]
    public async Task What_waits_by_a_clock_that_was_set_back_becomes_due()
    {
        await AppendAsync(Anna, 2);
        await WantAsync(0, 2, Anna, 1, 2);
        var due = await Store.DueAsync(Shard, Noon, 10);
        await Store.PostponeAsync(due[0].Sequence, Noon.AddMinutes(1));
        await Store.PostponeAsync(due[1].Sequence, Noon.AddMinutes(1));
        await Store.PostponeAsync(due[1].Sequence, Noon.AddMinutes(2));

        await Store.EndWaitsAsync(Shard, Noon.AddMinutes(-1));
        Assert.Empty(await Store.DueAsync(Shard, Noon.AddMinutes(-1), 10));
        await Store.EndWaitsAsync(Shard, Noon.AddMinutes(-1.5));
        Assert.Equal([due[0].Sequence], (await Store.DueAsync(Shard, Noon.AddMinutes(-1.5), 10)).Select(file => file.Sequence));
        await Store.EndWaitsAsync("acme/1", Noon.AddDays(-1));
        await Store.EndWaitsAsync(Shard, Noon.AddDays(-1));
        Assert.Equal(2, (await Store.DueAsync(Shard, Noon.AddDays(-1), 10)).Count);
    }

    [Fact]
    public async Task Entries_are_taken_in_once_and_what_has_no_content_any_more_is_left_out()
    {
        await AppendAsync(Anna, 1);
        await Port<IConversationLog>().MustAppendAsync(Step(Bert, 0));
        Assert.True(await Store.WantAsync(Shard, 0, 2, [new WantedMedium(Anna, 1, null), new WantedMedium(Bert, 1, null)], Noon));

        Assert.False(await Store.WantAsync(Shard, 0, 2, [new WantedMedium(Anna, 1, null)], Noon));

        Assert.Equal(Anna, Assert.Single(await Store.DueAsync(Shard, Noon, 10)).Conversation);
        Assert.Equal(2, await Store.PlaceAsync(Shard));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WantAsync(Shard, 2, 3, [new WantedMedium(Cora, 1, null)], Noon));
        Assert.Equal(2, await Store.PlaceAsync(Shard));
    }

    [Fact]
    public async Task A_file_waits_until_it_is_due_and_one_that_was_missed_no_longer()
    {
        await AppendAsync(Anna, 1);
        await WantAsync(0, 1, Anna, 1);
        var due = (await Store.DueAsync(Shard, Noon, 10))[0];

        await Store.PostponeAsync(due.Sequence, Noon.AddMinutes(1));
        Assert.Empty(await Store.DueAsync(Shard, Noon, 10));
        Assert.Equal(1, Assert.Single(await Store.DueAsync(Shard, Noon.AddMinutes(1), 10)).Tries);
        await Store.MissAsync(due.Sequence);

        Assert.Empty(await Store.DueAsync(Shard, Noon.AddDays(1), 10));
    }

    [Fact]
    public async Task A_file_goes_with_the_last_content_that_it_came_with()
    {
        await Port<IOrganizationStore>().SaveAsync(
            new Organization
            {
                Id = "acme", Name = "Acme", Lines = [new Line("sales", "Sales")], Recording = [new RecordingChange(Noon, null, RecordingRule.Off(1))],
            },
            expectedVersion: 0);
        await AppendAsync(Anna, 1);
        await AppendAsync(Bert, 1);
        await WantAsync(0, 1, Anna, 1);
        await KeepAsync((await Store.DueAsync(Shard, Noon, 10))[0].Sequence);
        await WantAsync(1, 2, Bert, 1);

        await DisposeAsync(Anna);
        await Kept.EmptyTrashAsync();
        Assert.Equal(Picture, await ReadAsync("acme"));
        await DisposeAsync(Bert);

        Assert.Null(await ReadAsync("acme"));
        Assert.Single(Files());
        await Kept.EmptyTrashAsync();
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Nothing_is_kept_for_content_that_was_disposed_of_meanwhile()
    {
        await AppendAsync(Anna, 1);

        await KeepAsync(4711);

        Assert.Null(await ReadAsync("acme"));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_that_was_lost_or_changed_on_the_disk_is_not_read_and_is_kept_anew()
    {
        await AppendAsync(Anna, 1);
        await WantAsync(0, 1, Anna, 1);
        var sequence = (await Store.DueAsync(Shard, Noon, 10))[0].Sequence;
        await KeepAsync(sequence);

        await File.WriteAllBytesAsync(Files().Single(), (await File.ReadAllBytesAsync(Files().Single()))[..^1]);
        Assert.Null(await ReadAsync("acme"));
        File.Delete(Files().Single());
        Assert.Null(await ReadAsync("acme"));
        await KeepAsync(sequence);
        Assert.Equal(Picture, await ReadAsync("acme"));

        var bytes = await File.ReadAllBytesAsync(Files().Single());
        bytes[1000] ^= 1;
        await File.WriteAllBytesAsync(Files().Single(), bytes);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync("acme"));
    }

    [Fact]
    public async Task Nothing_of_a_file_lies_open_on_the_disk_and_what_a_crash_left_is_swept_away()
    {
        await AppendAsync(Anna, 1);
        await WantAsync(0, 1, Anna, 1);
        await KeepAsync((await Store.DueAsync(Shard, Noon, 10))[0].Sequence);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(Files().Single())).AsSpan().IndexOf(Picture.AsSpan(0, 16)));
        var (left, young) = (Path.Combine(Folder, "left.draft"), Path.Combine(Folder, "young.draft"));
        await File.WriteAllTextAsync(left, "x");
        await File.WriteAllTextAsync(young, "x");
        File.SetLastWriteTimeUtc(left, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
        File.SetLastWriteTimeUtc(Files().Single(file => !file.EndsWith(".draft", StringComparison.Ordinal)), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        await Kept.SweepAsync();

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(young));
        Assert.Equal(Picture, await ReadAsync("acme"));
    }

    private IEnumerable<string> Files() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder) : [];

    private async Task AppendAsync(ConversationKey conversation, int count) => await Port<IConversationLog>().MustAppendAsync(new AppendRequest
    {
        Conversation = conversation,
        ExpectedVersion = 0,
        Events = [.. Enumerable.Range(1, count).Select(version => DisposalContract.Received(version))],
        Content = Enumerable.Range(1, count).ToDictionary(version => (long)version, _ => new byte[] { 1 }),
    });

    private async Task WantAsync(long after, long through, ConversationKey conversation, params long[] versions)
    {
        var token = await Kept.TokenAsync("acme", Digest);
        Assert.True(await Store.WantAsync(Shard, after, through, [.. versions.Select(version => new WantedMedium(conversation, version, token))], Noon));
    }

    private async Task KeepAsync(long sequence)
    {
        using var file = new PassingFile(Path.GetTempPath());
        await file.AddAsync(Picture, default);
        await file.CompleteAsync(default);
        await Kept.KeepAsync("acme", sequence, Digest, file);
    }

    private async Task<byte[]?> ReadAsync(string organization)
    {
        using var bytes = await Kept.OpenAsync(organization, Digest);
        return bytes is null ? null : [.. await bytes.ReadAsync(0, default), .. await bytes.ReadAsync(1, default)];
    }

    private async Task DisposeAsync(ConversationKey conversation)
    {
        var run = await Port<IDisposal>().BeginAsync(new DisposalRun("acme", "r1", "_system", Noon));
        var step = await Port<IDisposal>().DisposeAsync(new DisposalRequest(run, conversation, 0, 10, Noon.AddDays(3), "archive/acme/0"));
        Assert.Single(step.Decision.Due);
    }
}
