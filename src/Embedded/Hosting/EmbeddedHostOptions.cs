using System.ComponentModel.DataAnnotations;

namespace MultiLine.Embedded.Hosting;

/// <summary>How the embedded host behaves; checked at start.</summary>
public sealed class EmbeddedHostOptions
{
    /// <summary>How long an activation stays without use. 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "10.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a caller waits for an answer, unless the method says otherwise. 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain may take for its deactivation before it is dropped. 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The shortest period that a reminder may have. One minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an item of a stream is offered to a subscriber before it is given up. 5.</summary>
    [Range(1, 1000)]
    public int StreamAttempts { get; set; } = 5;

    /// <summary>Wait before the second attempt, doubled before each further one. One second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StreamRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts. 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StreamRetryLimit { get; set; } = TimeSpan.FromSeconds(30);
}
