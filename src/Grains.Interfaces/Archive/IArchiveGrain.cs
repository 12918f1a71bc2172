namespace MultiLine.Grains.Interfaces.Archive;

/// <summary>The organisation's ledger of all events: gap-free and hash-chained. Follows the logs. Key: org/shard.</summary>
[Alias("ml.IArchiveGrain")]
public interface IArchiveGrain : IGrainWithStringKey
{
    /// <summary>Records from the logs whatever is not in the ledger yet.</summary>
    [Alias("CatchUp")]
    Task CatchUp();

    /// <summary>Records what the ledger lacks of these conversations, wherever in their logs it is; how many events that were.</summary>
    [Alias("Heal")]
    Task<int> Heal(IReadOnlyList<string> conversations);

    /// <summary>Entries above a sequence number, in order.</summary>
    [Alias("GetEntries")]
    Task<ArchivePage> GetEntries(long after, int limit);
}

/// <param name="Entries">In order.</param>
/// <param name="Head">The newest sequence number of the shard.</param>
/// <param name="ChainHash">The chain hash at the head, hex.</param>
[GenerateSerializer, Immutable, Alias("ml.ArchivePage")]
public sealed record ArchivePage(
    [property: Id(0)] IReadOnlyList<ArchiveEntry> Entries, [property: Id(1)] long Head, [property: Id(2)] string ChainHash);

[GenerateSerializer, Immutable, Alias("ml.ArchiveEntry")]
public sealed record ArchiveEntry(
    [property: Id(0)] long Sequence,
    [property: Id(1)] string Conversation,
    [property: Id(2)] long Version,
    [property: Id(3)] string LeafHash,
    [property: Id(4)] string ChainHash,
    [property: Id(5)] DateTimeOffset RecordedAt);
