using MultiLine.Domain.Ledger;

namespace MultiLine.Storage.Ledger;

/// <summary>The Merkle trees over the shards of the ledger. A tree grows in the step that appends to its shard.</summary>
public interface ILedgerTrees
{
    /// <summary>Where the shards stand, all at one moment; null while the tree of one of them has yet to be built.</summary>
    Task<IReadOnlyList<ShardHead>?> HeadsAsync(IReadOnlyList<string> shards, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes up to <paramref name="limit"/> of those leaves into the shard's tree that were in the ledger before there were trees.
    /// Whether none is left.
    /// </summary>
    Task<bool> BuildAsync(string shard, int limit, CancellationToken cancellationToken = default);

    /// <summary>The hashes of these ranges of the shard's leaves: see <see cref="MerkleProof"/>.</summary>
    Task<IReadOnlyList<byte[]>> HashesAsync(string shard, IReadOnlyList<MerkleRange> ranges, CancellationToken cancellationToken = default);
}
