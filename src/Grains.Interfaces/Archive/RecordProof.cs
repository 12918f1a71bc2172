namespace MultiLine.Grains.Interfaces.Archive;

/// <summary>That a record is under a head: RFC 9162, section 2.1.3.</summary>
/// <param name="Head">The number of the head.</param>
/// <param name="Shard">The number of the shard.</param>
/// <param name="Record">The record; its index in the tree is its sequence number less one.</param>
/// <param name="Size">How many records the shard has under the head.</param>
/// <param name="Root">The root that the head names, hex.</param>
/// <param name="Hashes">From the leaf up, hex.</param>
[GenerateSerializer, Immutable, Alias("ml.RecordProof")]
public sealed record RecordProof(
    [property: Id(0)] long Head,
    [property: Id(1)] int Shard,
    [property: Id(2)] ArchiveEntry Record,
    [property: Id(3)] long Size,
    [property: Id(4)] string Root,
    [property: Id(5)] IReadOnlyList<string> Hashes);

[GenerateSerializer, Immutable, Alias("ml.RecordProofOutcome")]
public sealed record RecordProofOutcome([property: Id(0)] Refused? Refusal, [property: Id(1)] RecordProof? Proof);

/// <summary>That the ledger under one head goes on from what it was under another: RFC 9162, section 2.1.4.</summary>
/// <param name="Before">The number of the earlier head.</param>
/// <param name="Head">The number of the later one.</param>
/// <param name="Shards">Each shard of the earlier head.</param>
[GenerateSerializer, Immutable, Alias("ml.ConsistencyProof")]
public sealed record ConsistencyProof(
    [property: Id(0)] long Before, [property: Id(1)] long Head, [property: Id(2)] IReadOnlyList<ShardConsistency> Shards);

/// <param name="Shard">Its number.</param>
/// <param name="SizeBefore">How many records it had.</param>
/// <param name="RootBefore">The root then, hex.</param>
/// <param name="Size">How many it has under the later head.</param>
/// <param name="Root">The root there, hex.</param>
/// <param name="Hashes">The proof, hex; none where nothing was there before or nothing has come.</param>
[GenerateSerializer, Immutable, Alias("ml.ShardConsistency")]
public sealed record ShardConsistency(
    [property: Id(0)] int Shard,
    [property: Id(1)] long SizeBefore,
    [property: Id(2)] string RootBefore,
    [property: Id(3)] long Size,
    [property: Id(4)] string Root,
    [property: Id(5)] IReadOnlyList<string> Hashes);
