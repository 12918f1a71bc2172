using MultiLine.Storage.Hosting;
using MultiLine.Storage.Ledger;

namespace MultiLine.Storage.Sqlite;

/// <summary>The private key that signs tree heads: from the settings, or from <c>ledger.key</c> beside the database.</summary>
internal static class LedgerKey
{
    public const string FileName = "ledger.key";

    /// <param name="ledger">Where the key is, if they say so.</param>
    /// <param name="storage">Where the data directory is.</param>
    /// <param name="mayCreate">Whether no head was signed yet, so that a missing file may be made.</param>
    /// <exception cref="StorageSetupException">It is missing, invalid, or readable for others; says what to do.</exception>
    public static LedgerSigner Load(LedgerOptions ledger, StorageOptions storage, bool mayCreate)
    {
        if (ledger.SigningKey is { } setting)
            return Signer("Archive:SigningKey", setting);

        var path = ledger.SigningKeyFile ?? Path.Combine(storage.DataDirectory, FileName);
        if (!File.Exists(path))
        {
            if (ledger.SigningKeyFile is not null)
                throw new StorageSetupException($"Archive:SigningKeyFile names {path}, which is missing.");
            if (!mayCreate)
            {
                throw new StorageSetupException(
                    $"{path} is missing, and tree heads were signed already. Restore it from the backup, or let Archive:SigningKeyFile name a new key.");
            }

            KeyFile.Create(path, LedgerSigner.NewKey());
        }

        return Signer(path, KeyFile.Read(path));
    }

    private static LedgerSigner Signer(string source, string pem)
    {
        try
        {
            return new LedgerSigner(pem);
        }
        catch (FormatException error)
        {
            throw new StorageSetupException($"{source}: {error.Message}", error);
        }
    }
}
