using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Archive;

/// <summary>
/// Signs what the ledger of the organisation is: a head over all its shards each minute in which it has grown, and on request. Proves
/// records under these heads. Key: org.
/// </summary>
[Alias("ml.ITreeHeadGrain")]
public interface ITreeHeadGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that heads are signed from now on.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Has the archive catch up and signs a head, unless the newest says it all already; the newest head.</summary>
    [Alias("Sign")]
    Task<TreeHeadCard> Sign();

    /// <summary>Heads above a number, in order.</summary>
    [Alias("GetHeads"), AlwaysInterleave]
    Task<TreeHeadPage> GetHeads(long after, int limit);

    /// <summary>One head, or null.</summary>
    [Alias("FindHead"), AlwaysInterleave]
    Task<TreeHeadCard?> FindHead(long number);

    /// <summary>Every key that has signed a head of this deployment.</summary>
    [Alias("GetKeys"), AlwaysInterleave]
    Task<IReadOnlyList<LedgerKeyCard>> GetKeys();

    /// <summary>What destinations outside answered, below an id, newest first.</summary>
    [Alias("GetAnchors"), AlwaysInterleave]
    Task<IReadOnlyList<AnchorCard>> GetAnchors(long before, int limit);

    /// <summary>Proves that the record of an event is under a head; without a number under the newest.</summary>
    [Alias("ProveEvent"), AlwaysInterleave]
    Task<RecordProofOutcome> ProveEvent(string conversation, long version, long? head);

    /// <summary>The same for a record by its place.</summary>
    [Alias("ProveRecord"), AlwaysInterleave]
    Task<RecordProofOutcome> ProveRecord(int shard, long sequence, long? head);

    /// <summary>Proves that the ledger under a head goes on from what it was under an earlier one; null if there is no such head.</summary>
    [Alias("ProveConsistency"), AlwaysInterleave]
    Task<ConsistencyProof?> ProveConsistency(long before, long head);
}
