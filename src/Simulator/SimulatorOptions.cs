using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MultiLine.Simulator;

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
}

/// <summary>The two ways in which Meta tells that a message can't be delivered.</summary>
public enum Refusal
{
    /// <summary>The call is answered with an error.</summary>
    AtOnce,

    /// <summary>The call succeeds and a <c>failed</c> status follows.</summary>
    ByStatus,
}

/// <summary>A phone number of a WhatsApp business account.</summary>
public sealed class BusinessNumber
{
    /// <summary>Meta's phone number id, as in the paths of the Graph API.</summary>
    [Required, RegularExpression("^[0-9]+$", ErrorMessage = "Simulator:Numbers:Id must be digits.")]
    public string Id { get; set; } = "";

    /// <summary>The number as people write it, with + and country code.</summary>
    [Required, RegularExpression(@"^\+[0-9][0-9 ()-]{6,20}$", ErrorMessage = "Simulator:Numbers:DisplayNumber must be like '+49 30 5550100'.")]
    public string DisplayNumber { get; set; } = "";

    [Required, RegularExpression("^[0-9]+$", ErrorMessage = "Simulator:Numbers:WabaId must be digits.")]
    public string WabaId { get; set; } = "";

    [Required]
    public string VerifiedName { get; set; } = "MultiLine Simulator";

    /// <summary>Throughput, messages per second: 80 by default, 1,000 after Meta's upgrade.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput"/></remarks>
    [Range(1, 1000)]
    public int MessagesPerSecond { get; set; } = 80;

    internal string Digits => Phones.PhoneNumber.DigitsOf(DisplayNumber);
}

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

[OptionsValidator]
internal sealed partial class SimulatorOptionsValidator : IValidateOptions<SimulatorOptions>;

internal static class SimulatorOptionsRegistration
{
    private static readonly BusinessNumber Berlin = new()
    {
        Id = "106540352242922",
        DisplayNumber = "+49 30 5550100",
        WabaId = "102290129340398",
    };

    public static IServiceCollection AddSimulatorOptions(this IServiceCollection services)
    {
        services.AddOptions<SimulatorOptions>()
            .BindConfiguration(SimulatorOptions.Section)
            .PostConfigure(options =>
            {
                if (options.Numbers.Count == 0)
                    options.Numbers.Add(Berlin);
            })
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsValidator>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<SimulatorOptions>>().Value)
            .AddSingleton(TimeProvider.System);
    }
}
