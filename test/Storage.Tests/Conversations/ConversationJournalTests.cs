using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
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
            session => session.Rows("SELECT scope || ' ' || key FROM claim ORDER BY scope", row => row.GetString(0)), CancellationToken.None);
}
