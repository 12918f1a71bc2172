using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;

namespace MultiLine.Domain.Archive;

/// <summary>A conversation, or a part of one, as every export of the archive sees it: the fold of its records.</summary>
public sealed record ArchivedConversation
{
    private readonly Dictionary<string, ArchivedRecord> _messages = [];
    private readonly Dictionary<string, ArchivedRecord> _byProviderId = [];
    private readonly Dictionary<string, List<ArchivedRecord>> _edits = [];

    private ArchivedConversation(ArchivedParties parties, IReadOnlyList<ArchivedRecord> records)
    {
        (Parties, Records) = (parties, records);
        Items = Fold();
    }

    public ArchivedParties Parties { get; }

    /// <summary>By version.</summary>
    public IReadOnlyList<ArchivedRecord> Records { get; }

    /// <summary>In the order of the log.</summary>
    public IReadOnlyList<ArchivedItem> Items { get; }

    /// <summary>The head of the ledger that the export stands under; null where it names none.</summary>
    public ArchivedHead? Head { get; init; }

    public IReadOnlyList<ArchiveOmission> Omissions { get; init; } = [];

    /// <param name="parties">Between whom.</param>
    /// <param name="records">All of a log or a part of it, in any order, each once.</param>
    public static ArchivedConversation Of(ArchivedParties parties, IEnumerable<ArchivedRecord> records)
    {
        ArgumentNullException.ThrowIfNull(parties);
        List<ArchivedRecord> ordered = [.. records.OrderBy(record => record.Version)];
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].Version == ordered[i - 1].Version)
                throw new ArgumentException($"Version {ordered[i].Version} is there twice.", nameof(records));
        }

        return new ArchivedConversation(parties, ordered);
    }

    /// <summary>The record that brought the message which this one is about; null where it is about none, or the export lacks it.</summary>
    public ArchivedRecord? MessageOf(ArchivedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.MessageId is { } id ? _messages.GetValueOrDefault(id) : null;
    }

    /// <summary>The message that this one answers, as far as it was known when this one came.</summary>
    public ArchivedRecord? QuotedBy(ArchivedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return QuotedId(record) is { } id && _byProviderId.TryGetValue(id, out var known)
            && known.Version < record.Version && known.MessageId is { } message
            ? _messages.GetValueOrDefault(message)
            : null;
    }

    /// <summary>The provider's id of the message that this one answers.</summary>
    public static string? QuotedId(ArchivedRecord record) => record?.Event switch
    {
        MessageReceived received => received.InReplyTo,
        MessageEchoed echoed => echoed.InReplyTo,
        MessageAccepted accepted => accepted.InReplyTo,
        _ => null,
    };

    /// <summary>
    /// What an edit replaced: by the provider's time, among what was known when the edit came. So it says the same however much the log has
    /// grown since.
    /// </summary>
    public string? TextBefore(ArchivedRecord edit) =>
        Before(edit ?? throw new ArgumentNullException(nameof(edit)), known => known.Version < edit.Version)?.Content.Opened?.Text;

    private ArchivedRecord? Before(ArchivedRecord edit, Func<ArchivedRecord, bool> isKnown) =>
        _edits.GetValueOrDefault(edit.MessageId!, [])
            .Where(other => isKnown(other) && Order(other).CompareTo(Order(edit)) < 0)
            .MaxBy(Order) ?? MessageOf(edit);

    private static (DateTimeOffset, long) Order(ArchivedRecord edit) => (edit.OccurredAt, edit.Version);

    private List<ArchivedItem> Fold()
    {
        List<ArchivedRecord> order = [];
        Dictionary<long, (MessageView View, List<ArchivedRecord> Later)> about = [];
        foreach (var record in Records)
        {
            if (ProviderIds(record.Event) is { } providerId)
                _byProviderId.TryAdd(providerId, record);

            if (record.Event is IThreadEvent thread && _messages.TryAdd(thread.MessageId, record))
            {
                about[record.Version] = (MessageView.Apply(null, record.Version, record.Event)!, []);
                order.Add(record);
            }
            else if (BelongsToItsMessage(record.Event) && MessageOf(record) is { } message)
            {
                var (view, later) = about[message.Version];
                later.Add(record);
                about[message.Version] = (MessageView.Apply(view, record.Version, record.Event)!, later);
                if (record.Event is MessageEdited edited)
                    (_edits.TryGetValue(edited.MessageId, out var edits) ? edits : _edits[edited.MessageId] = []).Add(record);
            }
            else
            {
                order.Add(record);
            }
        }

        return [.. order.Select(record => about.TryGetValue(record.Version, out var known)
            ? (ArchivedItem)new ArchivedMessage(record, known.View) { Later = known.Later, Quoted = QuotedBy(record), Edits = [.. EditsOf(record)] }
            : new ArchivedNote(record))];
    }

    private IEnumerable<ArchivedEdit> EditsOf(ArchivedRecord message) =>
        _edits.GetValueOrDefault(message.MessageId!, [])
            .OrderBy(Order)
            .Select(edit => new ArchivedEdit(edit, Before(edit, _ => true)?.Content.Opened?.Text, edit.Content.Opened?.Text));

    /// <summary>Consent is evidence of its own, and a message that was held back is not the one that went out later under the same id.</summary>
    private static bool BelongsToItsMessage(ConversationEvent e) =>
        e is IMessageEvent and not (ConsentAsked or ConsentGiven or ConsentRefused or MessageBlocked or IThreadEvent);

    private static string? ProviderIds(ConversationEvent e) => e switch
    {
        MessageReceived received => received.ProviderMessageId,
        MessageEchoed echoed => echoed.ProviderMessageId,
        MessageSent sent => sent.ProviderMessageId,
        CallRecorded call => call.CallId,
        _ => null,
    };
}
