using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Tests.Recovery;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_long_talk_goes_on_from_its_snapshot()
    {
        await using var product = await Product.StartAsync();
        var talk = await HearMuch(product);
        // A session without an end stands in no log, so that it tells where the state comes from.
        await product.Alter(
            "UPDATE snapshot SET body = CAST(json_remove(CAST(body AS TEXT), '$.channels.whatsapp.session.until') AS BLOB) WHERE conversation = ?1", talk.Key);

        await product.KillAndStartAsync();
        Assert.False((await talk.Conversation.GetStanding(null)).SessionOpen);

        await talk.Hears("Good evening");
        Assert.True((await talk.Conversation.GetStanding(null)).SessionOpen);
        await talk.Delivered("Good night");
    }

    [Fact]
    public async Task A_snapshot_that_can_not_be_read_is_made_anew_from_the_log()
    {
        await using var product = await Product.StartAsync();
        var talk = await HearMuch(product);
        await product.Alter("UPDATE snapshot SET body = x'7b7d' WHERE conversation = ?1", talk.Key);
        // Two events more: the snapshot of a version that has one already is not written again.
        await talk.Hears("Good evening");

        await product.KillAndStartAsync();

        Assert.True((await talk.Conversation.GetStanding(null)).SessionOpen);
        await product.Until(async () => (await Snapshot(product, talk))!.Body.Length > 2, "readable snapshot");
        Assert.Equal((await talk.Log()).Count, (await Snapshot(product, talk))!.Version);
    }

    [Fact]
    public async Task A_snapshot_that_can_not_be_kept_keeps_nobody_from_writing()
    {
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Replace = services => services.AddSingleton<IConversationSnapshots, NoSnapshots>(),
        });
        var talk = await product.OpenTalk();
        while ((await talk.Log()).Count <= 2 * ConversationJournal.EventsToSnapshot)
        {
            await talk.Hears("Good morning");
        }

        await talk.Delivered("Good morning to you");
        await product.KillAndStartAsync();

        await talk.Delivered("Good evening");
        Assert.Contains(product.Log.Warnings, line => line.Contains("No snapshot of", StringComparison.Ordinal));
    }

    private static async Task<Talk> HearMuch(Product product)
    {
        var talk = await product.OpenTalk();
        while ((await talk.Log()).Count < ConversationJournal.EventsToSnapshot)
        {
            await talk.Hears("Good morning");
        }

        await product.Until(async () => await Snapshot(product, talk) is not null, "snapshot");
        return talk;
    }

    private static Task<SnapshotRow?> Snapshot(Product product, Talk talk) =>
        product.Service<IConversationSnapshots>().FindAsync(talk.Key);

    private sealed class NoSnapshots : IConversationSnapshots
    {
        public Task<SnapshotRow?> FindAsync(ConversationKey conversation, CancellationToken cancellationToken = default) => Task.FromResult<SnapshotRow?>(null);

        public Task KeepAsync(ConversationKey conversation, SnapshotRow snapshot, CancellationToken cancellationToken = default) =>
            throw new StorageUnavailableException("The disk is away.", new IOException());
    }
}
