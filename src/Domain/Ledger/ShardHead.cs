namespace MultiLine.Domain.Ledger;

/// <summary>Where a shard of the ledger stands.</summary>
/// <param name="Size">How many records it has.</param>
/// <param name="Root">The root of the Merkle tree over their leaves, lower-case hex.</param>
/// <param name="Chain">The chain hash of the last record, lower-case hex; without records what the shard's chain begins with.</param>
public sealed record ShardHead(long Size, string Root, string Chain)
{
    public static ShardHead Of(CompactTree tree, ReadOnlySpan<byte> chain)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new(tree.Size, Convert.ToHexStringLower(tree.Root()), Convert.ToHexStringLower(chain));
    }

    /// <summary>Of a shard without records.</summary>
    /// <param name="shard"><see cref="TreeHead.ShardName"/>.</param>
    public static ShardHead Empty(string shard) => Of(new CompactTree(), LedgerHash.ChainStart(shard));
}
