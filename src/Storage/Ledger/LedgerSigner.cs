using System.Security.Cryptography;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;

namespace MultiLine.Storage.Ledger;

/// <summary>Signs tree heads with the key of this deployment: ECDSA on P-256.</summary>
public sealed class LedgerSigner : IDisposable
{
    private readonly Lock _one = new();
    private readonly ECDsa _key = ECDsa.Create();

    /// <param name="pem">The private key: PKCS #8 (<c>PRIVATE KEY</c>) or SEC 1 (<c>EC PRIVATE KEY</c>).</param>
    /// <exception cref="FormatException">It is something else, or on another curve.</exception>
    public LedgerSigner(string pem)
    {
        try
        {
            _key.ImportFromPem(pem);
            // A public key would be taken in as well and fail at the first head only.
            _key.SignHash(new byte[SHA256.HashSizeInBytes]);
            PublicKey = LedgerPublicKey.Of(_key);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or FormatException)
        {
            _key.Dispose();
            throw new FormatException("It holds no private key on the curve P-256 as PEM.", error);
        }
    }

    public LedgerPublicKey PublicKey { get; }

    /// <summary>A new private key as PEM.</summary>
    public static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    public SignedTreeHead Sign(TreeHead head)
    {
        lock (_one)
            return SignedTreeHead.Sign(head, _key);
    }

    /// <summary>The signature at the end of an export, lower-case hex.</summary>
    /// <param name="lines">How many come before the end.</param>
    /// <param name="sha256">Over all bytes before the end, lower-case hex.</param>
    public string SignExport(long lines, string sha256)
    {
        lock (_one)
        {
            return Convert.ToHexStringLower(_key.SignData(
                ExportLines.EndText(lines, sha256, PublicKey.Id), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }

    public void Dispose() => _key.Dispose();
}
