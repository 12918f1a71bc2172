using System.ComponentModel.DataAnnotations;

namespace MultiLine.Simulator.Settings;

/// <summary>Where webhooks go and how they are repeated.</summary>
public sealed class WebhookOptions
{
    /// <summary>The business's endpoint; webhooks wait while it is missing or has not passed the handshake.</summary>
    [Url]
    public string? CallbackUrl { get; set; }

    /// <summary>Sent as <c>hub.verify_token</c> in the handshake.</summary>
    [Required]
    public string VerifyToken { get; set; } = "simulator-verify-token";

    /// <summary>Whether the configured accounts are subscribed from the first start on, without a call of <c>subscribed_apps</c>.</summary>
    public bool SubscribeAtStart { get; set; } = true;

    /// <summary>Wait before the first repetition; doubles up to <see cref="LongestRetry"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMilliseconds(250);

    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>After this a webhook is given up: 7 days, as at Meta.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long an answer may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
