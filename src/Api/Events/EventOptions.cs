using System.ComponentModel.DataAnnotations;

namespace MultiLine.Api.Events;

/// <summary>How event streams behave. Configuration section <c>Events</c>.</summary>
public sealed class EventOptions
{
    public const string Section = "Events";

    /// <summary>
    /// After which silence a stream sends a comment, so that no proxy takes the connection for dead; most cut it after 30 to 60 seconds.
    /// Default 15 seconds; between 1 second and 25 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25", ErrorMessage = "Events:LongestSilence must be between 1 and 25 seconds.")]
    public TimeSpan LongestSilence { get; set; } = TimeSpan.FromSeconds(15);
}
