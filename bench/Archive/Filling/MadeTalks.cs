using System.Globalization;
using MultiLine.Domain;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy;
using MultiLine.Filling;
using MultiLine.Storage.Conversations;

namespace MultiLine.Archive.Filling;

/// <summary>
/// Talks of 1,000 contacts on ten lines, written to their logs by the code that the conversations write with. One message in five is the firm's, with
/// the events of its sending; in one in a hundred the policy has found something.
/// </summary>
internal sealed class MadeTalks(ConversationJournal journal, MadeWords words)
{
    public const string Organization = "acme";
    public const string Person = "ann";
    public const string Finding = "CREDIT_CARD";
    public const int Conversations = 1_000;
    public const int Lines = 10;

    private const string Number = "106540352242922";

    /// <summary>A million messages take a year.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(31);

    private static readonly PolicyMark Mark =
        new(PolicyAction.Flag, [new PolicyFinding(Organization, "cards", "Payment cards", PolicyAction.Flag, [Finding], 1)]);

    private readonly Random _random = new(1);
    private readonly LoadedConversation[] _talks =
        [.. Enumerable.Range(0, Conversations).Select(i => new LoadedConversation(Key(i), 0, ConversationState.Empty))];

    public static DateTimeOffset Start { get; } = new(2025, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How many messages there are.</summary>
    public int Messages { get; private set; }

    /// <summary>When the next one is written.</summary>
    public DateTimeOffset Now => Start + Messages * Pause;

    public static ConversationKey Key(int talk) => new(Organization, Line(talk), Contact(talk));

    public static string Line(int talk) => string.Create(CultureInfo.InvariantCulture, $"line-{talk % Lines}");

    public static string Contact(int talk) => string.Create(CultureInfo.InvariantCulture, $"k{talk}");

    /// <summary>Writes one message in each talk; as many steps wait for one transaction.</summary>
    public async Task WriteOneEachAsync()
    {
        var written = new Task<JournalResult>[Conversations];
        for (var i = 0; i < Conversations; i++)
            written[i] = journal.WriteAsync(_talks[i], Message());
        for (var i = 0; i < Conversations; i++)
        {
            _talks[i] = await written[i] is JournalResult.Written done
                ? done.Conversation
                : throw new InvalidOperationException($"{_talks[i].Key} could not be written.");
        }
    }

    private JournalEntry Message()
    {
        var content = MadeMessages.Content(words.Message(_random));
        var (id, at, mark) = (MadeMessages.Id(), Now, _random.Next(100) == 0 ? Mark : null);
        Messages++;
        return new JournalEntry(_random.Next(5) == 0 ? MadeMessages.Sent(id, Number, Person, content.Commitment, at, mark) : [Received(id, at, content.Commitment, mark)])
        {
            Contents = [content],
        };
    }

    private MessageReceived Received(string id, DateTimeOffset at, string commitment, PolicyMark? mark) => new()
    {
        At = at,
        MessageId = id,
        Channel = Channel.WhatsApp,
        Number = Number,
        ProviderMessageId = MadeMessages.ProviderId(),
        ProviderAt = at,
        Kind = "text",
        Commitment = commitment,
        Policy = mark,
    };
}
