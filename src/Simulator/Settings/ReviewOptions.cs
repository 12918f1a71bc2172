using System.ComponentModel.DataAnnotations;

namespace MultiLine.Simulator.Settings;

/// <summary>What happens to templates that are submitted.</summary>
public sealed class ReviewOptions
{
    /// <summary>How long a template stays PENDING.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Off: templates stay PENDING until the control API gives a verdict.</summary>
    public bool Automatic { get; set; } = true;

    /// <summary>A template that contains one of these words (any case) is rejected.</summary>
    public IList<string> RejectedWords { get; } = [];

    /// <summary>The reason given for <see cref="RejectedWords"/>.</summary>
    [Required]
    public string RejectedReason { get; set; } = "ABUSIVE_CONTENT";
}
