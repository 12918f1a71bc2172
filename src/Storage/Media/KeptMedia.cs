using System.Buffers.Binary;
using System.Security.Cryptography;
using MultiLine.Storage.Content;
using MultiLine.Storage.Search;

namespace MultiLine.Storage.Media;

/// <summary>
/// The files that came with messages, each kept once per organisation by its SHA-256. The bytes lie in a folder, each file under a key of its own; the key is
/// sealed in the database. Where that row is deleted, nobody can read the bytes any more, whatever becomes of the file.
/// </summary>
public sealed class KeptMedia(IMediaStore store, KeptFiles files, ContentSealer sealer, SearchKeys keys, TimeProvider time)
{
    private const int TrashAtOnce = 100;

    /// <summary>Nobody writes one file for so long.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>By which a file is known in an organisation: whoever has the database can't tell whether it has a file that he has.</summary>
    public async Task<string> TokenAsync(string organization, byte[] sha256, CancellationToken cancellationToken = default) =>
        (await keys.OfAsync(organization, cancellationToken)).Field("medium", Convert.ToHexStringLower(sha256));

    /// <summary>Null where it is not kept, or can't be read any more.</summary>
    public async Task<IMediumBytes?> OpenAsync(string organization, byte[] sha256, CancellationToken cancellationToken = default)
    {
        var token = await TokenAsync(organization, sha256, cancellationToken);
        if (await store.FindAsync(organization, token, cancellationToken) is not { } stored)
            return null;
        var facts = await FactsAsync(stored, cancellationToken);
        return facts is not null && facts.AsSpan(SealedPieces.KeyLength, SHA256.HashSizeInBytes).SequenceEqual(sha256)
            ? files.Open(stored.File, facts[..SealedPieces.KeyLength], BinaryPrimitives.ReadInt64BigEndian(facts.AsSpan(SealedPieces.KeyLength + SHA256.HashSizeInBytes)))
            : null;
    }

    /// <summary>Notes that an event came with a file that is kept already; false where it is not.</summary>
    public async Task<bool> UseAsync(string organization, long sequence, byte[] sha256, CancellationToken cancellationToken = default) =>
        await store.UseAsync(sequence, organization, await TokenAsync(organization, sha256, cancellationToken), cancellationToken);

    /// <summary>Keeps the file for an event that it came with.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="sequence">Of the event in the log.</param>
    /// <param name="sha256">Of the bytes, which was compared with what was stated.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The disk has no room, or fails.</exception>
    public async Task KeepAsync(string organization, long sequence, byte[] sha256, IMediumBytes bytes, CancellationToken cancellationToken = default)
    {
        var token = await TokenAsync(organization, sha256, cancellationToken);
        var (name, key) = await files.WriteAsync(bytes, cancellationToken);
        var facts = new byte[SealedPieces.KeyLength + SHA256.HashSizeInBytes + sizeof(long)];
        key.CopyTo(facts, 0);
        sha256.CopyTo(facts, SealedPieces.KeyLength);
        BinaryPrimitives.WriteInt64BigEndian(facts.AsSpan(SealedPieces.KeyLength + SHA256.HashSizeInBytes), bytes.Length);
        var box = await sealer.SealAsync(organization, SealingContext.Medium(organization, token), facts, cancellationToken);
        if (!await store.KeepAsync(sequence, new StoredMedium(organization, token, name, box), cancellationToken))
            files.Delete(name);
    }

    /// <summary>Deletes the files that nothing has any more.</summary>
    public async Task EmptyTrashAsync(CancellationToken cancellationToken = default)
    {
        while (await store.TrashAsync(TrashAtOnce, cancellationToken) is { Count: > 0 } trash)
        {
            foreach (var file in trash)
                files.Delete(file);
            await store.ClearTrashAsync(trash, cancellationToken);
        }
    }

    /// <summary>Deletes what a crash left in the folder before anything knew of it.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken = default)
    {
        foreach (var file in await store.UnknownAsync(files.Before(time.GetUtcNow() - Abandoned), cancellationToken))
            files.Delete(file);
    }

    private async Task<byte[]?> FactsAsync(StoredMedium stored, CancellationToken cancellationToken)
    {
        try
        {
            return await sealer.OpenAsync(
                stored.Organization, SealingContext.Medium(stored.Organization, stored.Token), stored.Sealed, cancellationToken);
        }
        catch (SealBrokenException)
        {
            // As good as lost: whoever can fetch it again replaces it.
            return null;
        }
    }
}
