using MultiLine.Domain.Ledger;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Archive;

/// <summary>The archive's records as they cross grain calls.</summary>
internal static class ArchiveCards
{
    public static ArchiveEntry Of(LedgerEntry entry) => new(
        entry.Sequence,
        entry.Conversation.ToString(),
        entry.Version,
        Convert.ToHexStringLower(entry.LeafHash),
        Convert.ToHexStringLower(entry.ChainHash),
        entry.RecordedAt);

    public static AnchorCard Of(AnchorAttempt attempt) =>
        new(attempt.Id, attempt.Destination, attempt.Number, attempt.At, attempt.Taken, attempt.Answer);

    public static TreeHeadCard Of(SignedTreeHead signed)
    {
        var head = signed.Head;
        return new(
            head.Number,
            head.Time,
            head.Hash(),
            head.Previous,
            head.Key,
            head.Shards.Select((shard, number) => new ShardCard(number, shard.Size, shard.Root, shard.Chain)).ToList(),
            signed.Signature,
            signed.ToString());
    }
}
