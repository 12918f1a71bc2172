using System.ComponentModel.DataAnnotations;

namespace MultiLine.Storage.Hosting;

/// <summary>Section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The directory of the database and of the master key; made if it is missing. Default: <c>data/product</c>, below the working directory.</summary>
    [Required(ErrorMessage = "Storage:DataDirectory must name a directory.")]
    public string DataDirectory { get; set; } = "data/product";

    /// <summary>
    /// The key that wraps the organisations' keys: 32 bytes, base64. Default: none, and it is read from the file <c>master.key</c> in the
    /// data directory, which is made on first use. Whoever loses it has lost the content of every message.
    /// </summary>
    public string? MasterKey { get; set; }
}
