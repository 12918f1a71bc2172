using MultiLine.Storage.Log;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class ConversationSnapshotsContract : StorageContract
{
    private IConversationSnapshots Snapshots => Port<IConversationSnapshots>();

    [Fact]
    public async Task A_snapshot_is_kept_for_its_conversation()
    {
        await AppendAsync();
        await Snapshots.KeepAsync(Anna, new SnapshotRow(3, 7, [1, 2, 3]));

        Assert.Null(await Snapshots.FindAsync(Bert));
        await AssertKeptAsync(3, 7, [1, 2, 3]);
        await Storage.ReopenAsync();
        await AssertKeptAsync(3, 7, [1, 2, 3]);
    }

    [Fact]
    public async Task A_newer_snapshot_takes_the_place_of_an_older_one_and_not_the_other_way_round()
    {
        await AppendAsync();
        await Snapshots.KeepAsync(Anna, new SnapshotRow(3, 1, [3]));
        await Snapshots.KeepAsync(Anna, new SnapshotRow(2, 1, [2]));
        await AssertKeptAsync(3, 1, [3]);

        await Snapshots.KeepAsync(Anna, new SnapshotRow(4, 2, [4]));
        await AssertKeptAsync(4, 2, [4]);
    }

    [Fact]
    public async Task There_is_no_snapshot_of_what_is_not_in_the_log()
    {
        await AppendAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => Snapshots.KeepAsync(Anna, new SnapshotRow(6, 1, [6])));

        Assert.Null(await Snapshots.FindAsync(Anna));
    }

    private Task<long> AppendAsync() => Port<IConversationLog>().MustAppendAsync(Step(Anna, 0, count: 5));

    private async Task AssertKeptAsync(long version, int schema, byte[] body)
    {
        var kept = (await Snapshots.FindAsync(Anna))!;
        Assert.Equal((version, schema), (kept.Version, kept.Schema));
        Assert.Equal(body, kept.Body);
    }
}
