using System.ComponentModel.DataAnnotations;

namespace MultiLine.Grains.Retention;

/// <summary>What is kept that belongs to no organisation; in the section <c>Retention</c> of the configuration.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>
    /// How many days an item stays in the raw inbox that nobody has taken in, 1 to 3,650. Default: until somebody has. What was taken in leaves it
    /// with the next run of disposal.
    /// </summary>
    [Range(1, 3_650)]
    public int? RawInboxDays { get; set; }
}
