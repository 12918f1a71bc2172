namespace MultiLine.Domain.Ledger.Exports;

/// <summary>A shard as far as it was read, and what it must have been at certain sizes.</summary>
internal sealed class ShardCheck(string name)
{
    private readonly CompactTree _tree = new();
    private readonly byte[] _chain = LedgerHash.ChainStart(name);
    private readonly Dictionary<long, List<(TreeHead Head, ShardHead Shard, bool IsAnchor)>> _expected = [];

    public long Size => _tree.Size;

    public void Expect(TreeHead head, ShardHead shard, bool isAnchor)
    {
        if (!_expected.TryGetValue(shard.Size, out var heads))
            _expected[shard.Size] = heads = [];
        heads.Add((head, shard, isAnchor));
    }

    /// <returns>False where the chain hash is another one than is written.</returns>
    public bool Append(ReadOnlySpan<byte> leaf, ReadOnlySpan<byte> chain)
    {
        LedgerHash.Chain(_chain, leaf, _chain);
        _tree.Append(leaf);
        return chain.SequenceEqual(_chain);
    }

    /// <summary>The head that says that the shard was another one at this size; null where none does.</summary>
    public (TreeHead Head, bool IsAnchor)? Differs()
    {
        if (!_expected.TryGetValue(Size, out var heads))
            return null;
        var now = ShardHead.Of(_tree, _chain);
        return heads.Find(expected => expected.Shard != now) is { Head: { } head } other ? (head, other.IsAnchor) : null;
    }
}
