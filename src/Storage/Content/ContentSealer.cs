using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Storage.Content;

/// <summary>
/// Seals what people wrote: AES-256-GCM under a key made for this record alone, which is itself sealed with the organisation's key
/// and kept in the record. Deleting the record deletes its only key; changing the organisation's key touches no content.
/// <code>
/// offset  length
///      0       1  format, 1
///      1       4  id of the organisation's key, big-endian
///      5      12  nonce of the record's key
///     17      32  the record's key, encrypted with the organisation's
///     49      16  its tag
///     65      12  nonce of the content
///     77       n  content, encrypted with the record's key
///   77+n      16  its tag
/// </code>
/// Both tags also cover the format, the key id, and the context: what the record belongs to, see <see cref="SealingContext"/>.
/// </summary>
public sealed class ContentSealer(IKeyRing keys)
{
    /// <summary>By how many bytes a sealed record is longer than what is in it.</summary>
    public const int Overhead = HeaderLength + BoxedKeyLength + AesGcmBox.Overhead;

    private const byte Format = 1;
    private const int HeaderLength = 1 + sizeof(int);
    private const int KeyLength = AesGcmBox.KeyLength;
    private const int BoxedKeyLength = AesGcmBox.Overhead + KeyLength;

    /// <param name="organization">Whose content.</param>
    /// <param name="context">What it belongs to; opening needs the same.</param>
    /// <param name="plain">The content, with the salt of its commitment.</param>
    public async Task<byte[]> SealAsync(
        string organization, string context, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken = default)
    {
        var organizationKey = await keys.CurrentAsync(organization, cancellationToken);
        return Seal(organizationKey, context, plain.Span);
    }

    /// <exception cref="SealBrokenException">It is not what was sealed in this context.</exception>
    public async Task<byte[]> OpenAsync(
        string organization, string context, ReadOnlyMemory<byte> record, CancellationToken cancellationToken = default)
    {
        if (record.Length < Overhead || record.Span[0] != Format)
            throw new SealBrokenException($"The sealed record of {context} is cut off or of an unknown format.");
        var keyId = BinaryPrimitives.ReadInt32BigEndian(record.Span[1..]);
        var organizationKey = await keys.FindAsync(organization, keyId, cancellationToken)
            ?? throw new SealBrokenException($"The sealed record of {context} names key {keyId}, which {organization} does not have.");
        return Open(organizationKey, context, record.Span);
    }

    private static byte[] Seal(OrganizationKey organizationKey, string context, ReadOnlySpan<byte> plain)
    {
        var record = new byte[Overhead + plain.Length];
        record[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(1), organizationKey.Id);
        var authenticated = Authenticated(record, context);

        Span<byte> recordKey = stackalloc byte[KeyLength];
        RandomNumberGenerator.Fill(recordKey);
        AesGcmBox.Close(organizationKey.Key.Span, recordKey, authenticated, record.AsSpan(HeaderLength, BoxedKeyLength));
        AesGcmBox.Close(recordKey, plain, authenticated, record.AsSpan(HeaderLength + BoxedKeyLength));
        CryptographicOperations.ZeroMemory(recordKey);
        return record;
    }

    private static byte[] Open(OrganizationKey organizationKey, string context, ReadOnlySpan<byte> record)
    {
        var authenticated = Authenticated(record, context);
        var plain = new byte[record.Length - Overhead];
        Span<byte> recordKey = stackalloc byte[KeyLength];
        try
        {
            AesGcmBox.Open(organizationKey.Key.Span, record.Slice(HeaderLength, BoxedKeyLength), authenticated, recordKey);
            AesGcmBox.Open(recordKey, record[(HeaderLength + BoxedKeyLength)..], authenticated, plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new SealBrokenException($"The sealed record of {context} was changed, or belongs to something else.", mismatch);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(recordKey);
        }
    }

    private static byte[] Authenticated(ReadOnlySpan<byte> record, string context) =>
        [.. record[..HeaderLength], .. Encoding.UTF8.GetBytes(context)];
}
