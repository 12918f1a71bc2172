using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain.Audit;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;
using MultiLine.Storage.Tests.Sqlite;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Audit;

public sealed class AuditJournalTests : IAsyncDisposable
{
    private readonly SqliteUnderTest _storage = new();

    private AuditJournal Journal => new(Get<IConversationLog>(), Get<ContentSealer>(), new ArchiveShards());

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Acts_are_read_newest_first_with_their_reasons()
    {
        var reason = AuditJournal.Reason("Complaint 4711");
        var opened = new OriginalOpened
        {
            At = Noon, Person = "beatriz", Conversation = Anna.ToString(), MessageId = "m1", Commitment = reason.Commitment,
        };
        await Journal.RecordAsync("acme", Changed(1));
        await Journal.RecordAsync("acme", opened, reason);
        await Journal.RecordAsync("other", Changed(7));

        var acts = await Journal.ReadAsync("acme", long.MaxValue, 10);

        Assert.Equal([(2, opened, "Complaint 4711"), (1, Changed(1), null)], acts.Select(act => (act.Version, act.Act, act.Reason)));
        Assert.Equal([1L], (await Journal.ReadAsync("acme", before: 2, 10)).Select(act => act.Version));
    }

    [Fact]
    public async Task An_act_is_for_the_archive_to_follow()
    {
        await Journal.RecordAsync("acme", Changed(1));

        var mark = Assert.Single(await Get<IFollowerMarks>().ReadAsync("archive/acme/0", 0, 10));
        Assert.Equal((AuditLog.Of("acme"), 1), (mark.Conversation, mark.Version));
        Assert.Equal(["archive/acme/0"], await Get<IFollowerMarks>().FollowersAsync());
    }

    [Fact]
    public async Task An_act_with_a_name_of_its_own_is_recorded_once()
    {
        await Journal.RecordAsync("acme", Changed(1), once: "policy:1");
        await Journal.RecordAsync("acme", Changed(1), once: "policy:1");
        await Journal.RecordAsync("other", Changed(1), once: "policy:1");

        Assert.Single(await Journal.ReadAsync("acme", long.MaxValue, 10));
        Assert.Single(await Journal.ReadAsync("other", long.MaxValue, 10));
    }

    [Fact]
    public async Task Many_who_act_at_once_are_all_recorded()
    {
        await Task.WhenAll(Enumerable.Range(1, 30).Select(version => Journal.RecordAsync("acme", Changed(version))));

        var acts = await Journal.ReadAsync("acme", long.MaxValue, 100);
        Assert.Equal(Enumerable.Range(1, 30).Select(place => (long)place), acts.Select(act => act.Version).Order());
        Assert.Equal(Enumerable.Range(1, 30).Select(version => (long)version), acts.Select(act => ((PolicyChanged)act.Act).Version).Order());
    }

    private static PolicyChanged Changed(long version) => new() { At = Noon, Person = "oskar", Version = version, Sha256 = "00" };

    private T Get<T>() where T : notnull => _storage.Services.GetRequiredService<T>();
}
