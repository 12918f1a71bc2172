using System.Security.Cryptography;

namespace MultiLine.Domain.Ledger;

/// <summary>With which tree heads are verified: a point on P-256.</summary>
public sealed class LedgerPublicKey
{
    /// <summary>Bytes of a key's id.</summary>
    public const int IdLength = 16;

    private const string Label = "PUBLIC KEY";
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly byte[] _info;

    private LedgerPublicKey(byte[] info)
    {
        _info = info;
        Id = Convert.ToHexStringLower(SHA256.HashData(info).AsSpan(0, IdLength));
    }

    /// <summary>The first 16 bytes of SHA-256 over the SubjectPublicKeyInfo (RFC 5480), lower-case hex.</summary>
    public string Id { get; }

    /// <summary>The public half of a key.</summary>
    /// <exception cref="FormatException">It is on another curve.</exception>
    public static LedgerPublicKey Of(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value != P256)
            throw new FormatException("A ledger is signed with a key on the curve P-256.");
        return new(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Reads a PEM of the type <c>PUBLIC KEY</c>.</summary>
    /// <exception cref="FormatException">It is something else; a private key as well is refused.</exception>
    public static LedgerPublicKey FromPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem.AsSpan()[fields.Label] is not Label)
            throw new FormatException($"It holds no PEM of the type {Label}.");
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(pem[fields.Base64Data]), out _);
        }
        catch (Exception error) when (error is CryptographicException or PlatformNotSupportedException)
        {
            throw new FormatException("The PEM holds no public key for ECDSA.", error);
        }

        return Of(key);
    }

    /// <summary>PEM of the type <c>PUBLIC KEY</c>, ending with a line feed; <c>openssl</c> reads it.</summary>
    public string ToPem() => $"{PemEncoding.WriteString(Label, _info)}\n";

    internal bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, DSASignatureFormat format)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_info, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, format);
    }
}
