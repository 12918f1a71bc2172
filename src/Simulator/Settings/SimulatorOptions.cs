using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MultiLine.Simulator.Settings;

/// <summary>What the simulator is told at start, section <c>Simulator</c>. Every value has a default that works on one machine.</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>Where everything is kept across restarts; created when missing.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data/simulator";

    /// <summary>The bearer token that every call of the Graph API must carry.</summary>
    [Required]
    public string AccessToken { get; set; } = "simulator-access-token";

    /// <summary>The key of <c>X-Hub-Signature-256</c>.</summary>
    [Required]
    public string AppSecret { get; set; } = "simulator-app-secret";

    [Required, RegularExpression("^[0-9]+$", ErrorMessage = "Simulator:AppId must be digits.")]
    public string AppId { get; set; } = "1000000000000001";

    /// <summary>The business phone numbers. None given: one in Berlin.</summary>
    [ValidateEnumeratedItems]
    public IList<BusinessNumber> Numbers { get; } = [];

    /// <summary>How long free text is allowed after the contact's last message. Default 24 hours.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"/></remarks>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan WindowLength { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How free text outside the window comes back: at once as an error, or accepted and then reported as failed.</summary>
    public Refusal ClosedWindow { get; set; } = Refusal.AtOnce;

    /// <summary>How a number that is not on WhatsApp comes back.</summary>
    public Refusal NotOnWhatsApp { get; set; } = Refusal.ByStatus;

    [ValidateObjectMembers]
    public WebhookOptions Webhooks { get; } = new();

    [ValidateObjectMembers]
    public StatusOptions Statuses { get; } = new();

    [ValidateObjectMembers]
    public ReviewOptions Review { get; } = new();

    [ValidateObjectMembers]
    public PairRateOptions PairRate { get; } = new();

    [ValidateObjectMembers]
    public SmsOptions Sms { get; } = new();
}

/// <summary>The two ways in which Meta tells that a message can't be delivered.</summary>
public enum Refusal
{
    /// <summary>The call is answered with an error.</summary>
    AtOnce,

    /// <summary>The call succeeds and a <c>failed</c> status follows.</summary>
    ByStatus,
}
