using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;
using MultiLine.Storage.Log;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.Retention;
using MultiLine.Storage.Search;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class DisposalContract : StorageContract
{
    private static readonly DateTimeOffset Later = Noon.AddDays(31);
    private static readonly DisposalRun Run = new("acme", "r1", AuditEvent.BySystem, Later);

    private IDisposal Disposal => Port<IDisposal>();

    private IConversationLog Log => Port<IConversationLog>();

    [Fact]
    public async Task What_is_due_goes_with_its_original_and_the_act_that_says_so_comes_with_it()
    {
        await Prepare();
        await Disposal.BeginAsync(Run);

        var step = await Disposal.DisposeAsync(Request(Anna));

        Assert.Equal([1L, 2], step.Decision.Due.Select(due => due.Version));
        Assert.Equal(0, step.Decision.Held);
        Assert.Empty(await Log.ReadContentAsync(Anna, [1, 2]));
        Assert.Null(await Log.ReadOriginalAsync(Anna, 1));
        Assert.Equal(2, (await Log.ReadAllAsync(Anna)).Count);
        var disposed = Assert.IsType<ContentDisposed>(Act(Assert.Single(await Log.ReadAllAsync(AuditLog.Of("acme")))));
        Assert.Equal(("r1", Anna.ToString(), "inbox_30_days", 2), (disposed.Run, disposed.Conversation, disposed.Rule, disposed.Count));
        Assert.Equal(new VersionRange(1, 2), Assert.Single(disposed.Versions));
        Assert.Equal(2, (await Disposal.FindOpenAsync("acme"))!.Disposed);
    }

    [Fact]
    public async Task A_step_that_is_repeated_disposes_of_nothing_more_and_records_nothing_more()
    {
        await Prepare();
        await Disposal.DisposeAsync(Request(Anna));

        Assert.Empty((await Disposal.DisposeAsync(Request(Anna))).Decision.Due);
        Assert.Single(await Log.ReadAllAsync(AuditLog.Of("acme")));
    }

    [Fact]
    public async Task A_hold_keeps_what_it_covers_until_it_is_lifted()
    {
        await Prepare();
        await Append(1, new HoldPlaced { At = Later, Person = "cora", HoldId = "h1", Name = "Inquiry", Scope = new HoldScope { Contact = "anna" }, Commitment = "c" });

        Assert.Equal(2, (await Disposal.DisposeAsync(Request(Anna))).Decision.Held);
        Assert.Equal(2, (await Log.ReadContentAsync(Anna, [1, 2])).Count);

        await Append(2, new HoldLifted { At = Later, Person = "cora", HoldId = "h1", Commitment = "c" });
        Assert.Equal(2, (await Disposal.DisposeAsync(Request(Anna))).Decision.Due.Count);
        Assert.False(Assert.Single(await Disposal.HoldsAsync("acme")).Holds);
    }

    [Fact]
    public async Task Traces_are_erased_while_others_erase_them_and_write()
    {
        await Prepare();
        var writing = Task.WhenAll(Enumerable.Range(1, 50).Select(i => Log.MustAppendAsync(Step(new("acme", "sales", $"k{i}"), 0))));

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Disposal.EraseTracesAsync())), Assert.True);

        await writing;
    }

    [Fact]
    public async Task What_is_disposed_of_is_not_found_any_more()
    {
        await Prepare();
        await Port<ISearchIndex>().AddAsync("acme/0", 0, 2, [new IndexedMessage(Anna, 1, ["aaaa", "only"]) { HasContent = true }]);
        Assert.Single(await Port<ISearchIndex>().FindAsync(new IndexQuery(["aaaa"]) { Limit = 10 }));

        await Disposal.DisposeAsync(Request(Anna));

        Assert.Empty(await Port<ISearchIndex>().FindAsync(new IndexQuery(["aaaa"]) { Limit = 10 }));
    }

    [Fact]
    public async Task Only_one_run_of_an_organisation_is_open()
    {
        Assert.Equal("r1", (await Disposal.BeginAsync(Run)).Id);
        Assert.Equal("r1", (await Disposal.BeginAsync(Run with { Id = "r2" })).Id);

        await Disposal.EndAsync(Run, Later);
        Assert.Null(await Disposal.FindOpenAsync("acme"));
        Assert.Equal(Later, Assert.Single(await Disposal.ListAsync("acme", null, 10)).EndedAt);
    }

    private async Task Prepare()
    {
        await Port<IOrganizationStore>().SaveAsync(
            new Organization
            {
                Id = "acme",
                Name = "Acme",
                Lines = [new Line("sales", "Sales")],
                Recording = [new RecordingChange(Noon, null, RecordingRule.Off(30))],
            },
            expectedVersion: 0);
        await Log.MustAppendAsync(new AppendRequest
        {
            Conversation = Anna,
            ExpectedVersion = 0,
            Events = [Received(1), Received(2)],
            Content = new Dictionary<long, byte[]> { [1] = [1], [2] = [2] },
            Originals = new Dictionary<long, byte[]> { [1] = [3] },
        });
    }

    private Task<long> Append(long version, AuditEvent act) => Log.MustAppendAsync(new AppendRequest
    {
        Conversation = AuditLog.Of("acme"),
        ExpectedVersion = version - 1,
        Events = [new LogRow(version, AuditFormat.TypeName(act), AuditFormat.Schema, null, act.At, null, AuditFormat.Write(act))],
    });

    internal static LogRow Received(long version)
    {
        var received = new MessageReceived
        {
            At = Noon,
            MessageId = $"m{version}",
            Channel = Channel.WhatsApp,
            Number = "1",
            ProviderMessageId = $"w{version}",
            ProviderAt = Noon,
            Kind = "text",
            Commitment = "c",
        };
        return new LogRow(version, EventFormat.TypeName(received), EventFormat.Schema, received.MessageId, Noon, Noon, EventFormat.Write(received));
    }

    private static DisposalRequest Request(ConversationKey conversation) => new(Run, conversation, 0, 100, Later, "archive/acme/0");

    private static AuditEvent Act(LogRow row) => AuditFormat.Read(row.Schema, row.Body);
}
