using System.ComponentModel.DataAnnotations;

namespace MultiLine.Simulator.Settings;

/// <summary>The SMS provider, by Twilio's convention.</summary>
public sealed class SmsOptions
{
    [Required, RegularExpression("^[A-Za-z0-9]+$", ErrorMessage = "Simulator:Sms:AccountSid must be letters and digits.")]
    public string AccountSid { get; set; } = "AC00000000000000000000000000000001";

    /// <summary>The password of every call and the key of <c>X-Twilio-Signature</c>.</summary>
    [Required]
    public string AuthToken { get; set; } = "simulator-sms-token";

    /// <summary>The numbers of the businesses, E.164. None given: one in Berlin.</summary>
    public IList<string> Numbers { get; } = [];

    /// <summary>Where what contacts write is posted; it waits while there is none. Each message says itself where its statuses go.</summary>
    [Url]
    public string? CallbackUrl { get; set; }

    /// <summary>
    /// STOP, START and HELP are understood and answered by the provider itself, which says so, and after STOP it refuses messages. Off: they are
    /// words like any other.
    /// </summary>
    /// <remarks><see href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out"/></remarks>
    public bool HandlesOptOut { get; set; } = true;
}
