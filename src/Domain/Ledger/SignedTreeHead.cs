using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Domain.Ledger;

/// <summary>
/// A tree head with its signature: the text of <see cref="TreeHead"/> and one more line,
/// <c>signature</c> and 128 lower-case hexadecimal digits. ECDSA on P-256 with SHA-256 (FIPS 186-5, section 6) over the text before that
/// line, the two numbers r and s of 32 bytes each (IEEE P1363).
/// </summary>
public sealed record SignedTreeHead(TreeHead Head, string Signature)
{
    internal const string SignatureWord = "signature ";
    internal const int SignatureLength = 64;

    private const DSASignatureFormat Format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation;

    /// <exception cref="ArgumentException">The head names another key.</exception>
    public static SignedTreeHead Sign(TreeHead head, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(key);
        if (LedgerPublicKey.Of(key).Id != head.Key)
            throw new ArgumentException($"Head {head.Number} names another key than the one that signs it.", nameof(key));
        return new(head, Convert.ToHexStringLower(key.SignData(head.ToBytes(), HashAlgorithmName.SHA256, Format)));
    }

    /// <summary>Reads the one form in which a head is written; every other sequence of bytes is refused.</summary>
    /// <param name="bytes">The whole text.</param>
    /// <param name="head">What it says. Whether it was signed with the key that it names is for <see cref="IsSignedBy"/>.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedTreeHead? head, [NotNullWhen(false)] out string? fault)
    {
        head = TreeHeadParser.Parse(bytes, out fault);
        return head is not null;
    }

    /// <summary>Whether the key is the one that the head names and the signature is its.</summary>
    public bool IsSignedBy(LedgerPublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Id == Head.Key && key.Verifies(Head.ToBytes(), Convert.FromHexString(Signature), Format);
    }

    /// <summary>The text in UTF-8.</summary>
    public byte[] ToBytes() => [.. Head.ToBytes(), .. Encoding.UTF8.GetBytes($"{SignatureWord}{Signature}\n")];

    public override string ToString() => Encoding.UTF8.GetString(ToBytes());
}
