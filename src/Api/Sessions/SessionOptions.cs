using System.ComponentModel.DataAnnotations;

namespace MultiLine.Api.Sessions;

/// <summary>How long people stay signed in. Configuration section <c>Session</c>.</summary>
public sealed class SessionOptions
{
    public const string Section = "Session";

    /// <summary>How long a browser stays signed in after its last use. Default 12 hours; between 5 minutes and 30 days.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00", ErrorMessage = "Session:CookieLifetime must be between 00:05:00 and 30.00:00:00.")]
    public TimeSpan CookieLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long an access token is good for. Default 1 hour; between 1 minute and 1 day. It can't be taken back earlier, except with its person.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Session:TokenLifetime must be between 00:01:00 and 1.00:00:00.")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);
}
