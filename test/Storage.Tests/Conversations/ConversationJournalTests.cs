using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Tests.Sqlite;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Conversations;

public sealed class ConversationJournalTests : IAsyncDisposable
{
    private readonly SqliteUnderTest _storage = new();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Of_a_persons_request_only_its_key_is_kept_in_the_clear()
    {
        var content = SaltedContent.Of(new MessageContent { Text = "Yes" }, new byte[Commitment.SaltLength]);

        await WriteAsync(new JournalEntry([Accepted(content)]) { Contents = [content], Request = new ClaimedRequest("acme", "jane", "key-1") });

        Assert.Equal(["request:acme/jane key-1"], await ClaimsAsync());
    }

    [Fact]
    public async Task Who_loads_a_conversation_goes_on_from_its_snapshot()
    {
        await WriteAsync(new JournalEntry([Extended(1)]));
        await Journal.KeepSnapshotAsync((await Journal.LoadAsync(Anna)) with { State = ConversationState.Empty.Apply(Extended(60)) });
        await WriteAsync(new JournalEntry([new AliasesLearned { At = Noon, Phone = "+4915112345678" }]));

        var loaded = await Journal.LoadAsync(Anna);

        // The hour stands in no log, so that it tells where the state comes from.
        Assert.Equal((2, 1), (loaded.Version, loaded.SnapshotAt));
        Assert.Equal(Noon.AddMinutes(60), loaded.State[Channel.WhatsApp].Session.Until);
        Assert.Equal("+4915112345678", loaded.State.Aliases.Phone);
    }

    [Theory]
    [InlineData(2, "{}")]
    [InlineData(1, "{}")]
    [InlineData(1, "no JSON")]
    public async Task A_snapshot_that_can_not_be_read_is_as_if_there_were_none(int schema, string body)
    {
        await WriteAsync(new JournalEntry([Extended(1), Extended(2)]));
        await _storage.Services.GetRequiredService<IConversationSnapshots>().KeepAsync(Anna, new SnapshotRow(2, schema, Encoding.UTF8.GetBytes(body)));

        var loaded = await Journal.LoadAsync(Anna);

        Assert.Equal((2, 0), (loaded.Version, loaded.SnapshotAt));
        Assert.Equal(Noon.AddMinutes(2), loaded.State[Channel.WhatsApp].Session.Until);
    }

    [Fact]
    public async Task A_snapshot_is_due_when_enough_has_come_since_the_last_one()
    {
        await WriteAsync(new JournalEntry([.. Enumerable.Range(1, ConversationJournal.EventsToSnapshot - 1).Select(Extended)]));
        Assert.False((await Journal.LoadAsync(Anna)).IsSnapshotDue);

        await WriteAsync(new JournalEntry([Extended(500)]));
        Assert.True((await Journal.LoadAsync(Anna)).IsSnapshotDue);

        await Journal.KeepSnapshotAsync(await Journal.LoadAsync(Anna));
        Assert.False((await Journal.LoadAsync(Anna)).IsSnapshotDue);
    }

    [Fact]
    public async Task What_a_provider_names_is_claimed_for_the_number_and_its_channel()
    {
        var content = SaltedContent.Of(new MessageContent { Text = "Yes" }, new byte[Commitment.SaltLength]);
        MessageReceived received = new()
        {
            At = Noon,
            MessageId = "m2",
            Channel = Channel.Sms,
            Number = "+4915199900001",
            ProviderMessageId = "sm.1",
            ProviderAt = Noon,
            Kind = "text",
            Commitment = content.Commitment,
        };

        await WriteAsync(new JournalEntry(
        [
            received,
            received with { MessageId = "m3", Channel = Channel.Voice },
            Accepted(content),
            new AttemptStarted { At = Noon, MessageId = "m1", Channel = Channel.WhatsApp, Number = "n1", AttemptId = "a1", Deadline = Noon },
            new MessageSent
            {
                At = Noon, MessageId = "m1", Channel = Channel.WhatsApp, Number = "n1", AttemptId = "a1", ProviderMessageId = "wamid.1", By = LearnedBy.Reply,
            },
            .. Enum.GetValues<DeliveryStatus>().Select(status => new StatusReceived
            {
                At = Noon,
                MessageId = "m1",
                Channel = Channel.WhatsApp,
                Number = "n1",
                ProviderMessageId = "wamid.1",
                Status = status,
                ProviderAt = Noon,
            }),
        ]) { Contents = [content] });

        Assert.Equal(
            [
                "attempt:whatsapp/n1 a1",
                "received:sms/+4915199900001 sm.1",
                "received:voice/+4915199900001 sm.1",
                "sent:whatsapp/n1 wamid.1",
                "status:whatsapp/n1 wamid.1:delivered",
                "status:whatsapp/n1 wamid.1:failed",
                "status:whatsapp/n1 wamid.1:played",
                "status:whatsapp/n1 wamid.1:read",
                "status:whatsapp/n1 wamid.1:sent",
            ],
            await ClaimsAsync());
    }

    private static MessageAccepted Accepted(SaltedContent content) => new()
    {
        At = Noon,
        MessageId = "m1",
        Channel = Channel.WhatsApp,
        Number = "n1",
        Kind = OutboundKind.Text,
        Author = "jane",
        Commitment = content.Commitment,
    };

    private async Task WriteAsync(JournalEntry entry) =>
        Assert.IsType<JournalResult.Written>(await Journal.WriteAsync(await Journal.LoadAsync(Anna), entry));

    private ConversationJournal Journal => new(
        _storage.Services.GetRequiredService<IConversationLog>(),
        _storage.Services.GetRequiredService<IConversationSnapshots>(),
        _storage.Services.GetRequiredService<ContentSealer>(),
        new ArchiveShards());

    private static SessionExtended Extended(int minutes) =>
        new() { At = Noon, Channel = Channel.WhatsApp, Until = Noon.AddMinutes(minutes), ProviderAt = Noon };

    private Task<List<string>> ClaimsAsync() =>
        _storage.Database.ReadAsync(
            session => session.Rows("SELECT scope || ' ' || key FROM claim ORDER BY scope, key", row => row.GetString(0)), CancellationToken.None);
}
