namespace MultiLine.Storage.Ledger;

/// <summary>How tree heads are signed; in the section <c>Archive</c> of the configuration.</summary>
public sealed class LedgerOptions
{
    public const string Section = "Archive";

    /// <summary>The private key itself, as PEM, for those who keep secrets outside of files. Counts for more than the file.</summary>
    public string? SigningKey { get; set; }

    /// <summary>
    /// A file with the private key, as PEM. Default: <c>ledger.key</c> in the data directory, which is made at the first start.
    /// </summary>
    public string? SigningKeyFile { get; set; }
}
