using System.ComponentModel.DataAnnotations;

namespace MultiLine.Storage.Conversations;

/// <summary>Section <c>Archive</c> of the configuration.</summary>
public sealed class ArchiveShards
{
    public const string Section = "Archive";

    /// <summary>
    /// How many shards an organisation's archive has. Each conversation belongs to one of them by its key, so the number is chosen
    /// before the first message and not changed. Default: 1.
    /// </summary>
    [Range(1, 64, ErrorMessage = "Archive:Count must be between 1 and 64.")]
    public int Count { get; set; } = 1;
}
