using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Media;

namespace MultiLine.Domain.Archive;

/// <summary>One event of a conversation's log with everything that is kept of it.</summary>
/// <param name="Version">Its place in the log, from 1 and without gaps.</param>
/// <param name="Event">What happened.</param>
public sealed record ArchivedRecord(long Version, ConversationEvent Event)
{
    /// <summary>The event as it is stored, which is what the ledger's leaf hashes.</summary>
    public ReadOnlyMemory<byte> Body { get => field.IsEmpty ? EventFormat.Write(Event) : field; init; }

    public ArchivedContent Content { get; init; } = ArchivedContent.None;

    /// <summary>The files that belong to the content, as far as they are known; else what the content itself says of one.</summary>
    public IReadOnlyList<ArchivedFile> Files
    {
        get => field.Count == 0 && Content.Opened?.Media is { } media ? [ArchivedFile.NotKept(media)] : field;
        init;
    } = [];

    /// <summary>Where the ledger has it; null where it does not say.</summary>
    public ArchivedPosition? Position { get; init; }

    /// <summary>When it happened: the provider's time where it gave one, else ours.</summary>
    public DateTimeOffset OccurredAt => Event switch
    {
        IProviderEvent told => told.ProviderAt,
        MessageFailed failed => failed.FailedAt,
        _ => Event.At,
    };

    public string? MessageId => (Event as IMessageEvent)?.MessageId;

    public string TypeName => EventFormat.TypeName(Event);
}

/// <summary>Where the ledger has a record. Hashes are lower-case hex.</summary>
/// <param name="Shard">Which of the organisation's chains.</param>
/// <param name="Sequence">The place in it.</param>
/// <param name="Leaf">See <c>LedgerHash.Leaf</c>.</param>
/// <param name="Chain">The chain after this record.</param>
/// <param name="RecordedAt">When the ledger took it.</param>
public sealed record ArchivedPosition(string Shard, long Sequence, string Leaf, string Chain, DateTimeOffset RecordedAt);

/// <summary>A file that came or went with a message.</summary>
/// <param name="Name">As the sender named it; null where it has no name.</param>
/// <param name="MediaType">What it is, for example <c>image/jpeg</c>.</param>
public sealed record ArchivedFile(string? Name, string MediaType)
{
    /// <summary>SHA-256 of the bytes, lower-case hex; null where nobody knows it.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Null where they are not kept, not kept any more, or left out of this export.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    internal static ArchivedFile NotKept(Domain.Content.MediaContent media) =>
        new(media.FileName, media.MimeType ?? Media.MediaType.Unknown.MimeType)
        {
            Sha256 = Sha256Digest.Read(media.Sha256) is { } digest ? Convert.ToHexStringLower(digest) : null,
        };
}
