using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Domain.Content;
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

    private async Task WriteAsync(JournalEntry entry)
    {
        var journal = new ConversationJournal(
            _storage.Services.GetRequiredService<IConversationLog>(), _storage.Services.GetRequiredService<ContentSealer>(), new ArchiveShards());
        Assert.IsType<JournalResult.Written>(await journal.WriteAsync(await journal.LoadAsync(Anna), entry));
    }

    private Task<List<string>> ClaimsAsync() =>
        _storage.Database.ReadAsync(
            session => session.Rows("SELECT scope || ' ' || key FROM claim ORDER BY scope, key", row => row.GetString(0)), CancellationToken.None);
}
