using System.ComponentModel.DataAnnotations;

namespace MultiLine.Simulator.Settings;

/// <summary>How long a message takes to each status, counted from the one before.</summary>
public sealed class StatusOptions
{
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SentAfter { get; set; } = TimeSpan.FromMilliseconds(100);

    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan DeliveredAfter { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Only for contacts whose phone reads by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ReadAfter { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>How many messages one number may send to one contact.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform"/></remarks>
public sealed class PairRateOptions
{
    [Range(1, 10_000)]
    public int Burst { get; set; } = 45;

    /// <summary>One more message is allowed after each such interval.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(6);
}
