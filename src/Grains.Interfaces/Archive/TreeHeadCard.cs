namespace MultiLine.Grains.Interfaces.Archive;

/// <param name="Number">1, 2, … without gaps.</param>
/// <param name="Time">When it was signed.</param>
/// <param name="Hash">SHA-256 over its text without the signature, hex; what the next head names.</param>
/// <param name="Previous">The hash of the head before; zeros in the first.</param>
/// <param name="Key">The id of the key that signed it.</param>
/// <param name="Shards">Where each shard of the ledger stood.</param>
/// <param name="Signature">ECDSA on P-256 with SHA-256, IEEE P1363, hex.</param>
/// <param name="Text">The head to the byte, with its signature: what is verified and what is anchored.</param>
[GenerateSerializer, Immutable, Alias("ml.TreeHeadCard")]
public sealed record TreeHeadCard(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset Time,
    [property: Id(2)] string Hash,
    [property: Id(3)] string Previous,
    [property: Id(4)] string Key,
    [property: Id(5)] IReadOnlyList<ShardCard> Shards,
    [property: Id(6)] string Signature,
    [property: Id(7)] string Text);

/// <param name="Shard">Its number.</param>
/// <param name="Size">How many records it had.</param>
/// <param name="Root">The root of its Merkle tree, hex.</param>
/// <param name="Chain">The chain hash of its last record, hex.</param>
[GenerateSerializer, Immutable, Alias("ml.ShardCard")]
public sealed record ShardCard(
    [property: Id(0)] int Shard, [property: Id(1)] long Size, [property: Id(2)] string Root, [property: Id(3)] string Chain);

/// <param name="Items">In order.</param>
/// <param name="Newest">The number of the newest head; 0 if there is none.</param>
[GenerateSerializer, Immutable, Alias("ml.TreeHeadPage")]
public sealed record TreeHeadPage([property: Id(0)] IReadOnlyList<TreeHeadCard> Items, [property: Id(1)] long Newest);

/// <param name="Id">The first 16 bytes of SHA-256 over the SubjectPublicKeyInfo, hex.</param>
/// <param name="Pem">The public key.</param>
/// <param name="UsedAt">The time of the first head that it signed.</param>
/// <param name="Signs">Whether it is the one that signs now.</param>
[GenerateSerializer, Immutable, Alias("ml.LedgerKeyCard")]
public sealed record LedgerKeyCard(
    [property: Id(0)] string Id, [property: Id(1)] string Pem, [property: Id(2)] DateTimeOffset UsedAt, [property: Id(3)] bool Signs);
