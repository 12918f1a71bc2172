using System.ComponentModel.DataAnnotations;
using MultiLine.Domain;

namespace MultiLine.Grains.Sending;

/// <summary>Section <c>Sending</c> of the configuration: how fast a number may send.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput"/></remarks>
public sealed class SendingLimits : IValidatableObject
{
    public const string Section = "Sending";

    /// <summary>Messages a second from one number. WhatsApp's default is 80; numbers are raised to 1,000. Default: 80.</summary>
    [Range(1, 1000, ErrorMessage = "Sending:MessagesPerSecond must be between 1 and 1000.")]
    public int MessagesPerSecond { get; set; } = 80;

    /// <summary>
    /// The same for single WhatsApp numbers, by Meta's id: <c>Sending:MessagesPerSecondOf:106540352242922=1000</c> after an upgrade, 20 for one that
    /// is shared with the WhatsApp Business app. Default: none.
    /// </summary>
    public IDictionary<string, int> MessagesPerSecondOf { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>SMS a second from one number. Default: 1, as carriers allow for ordinary numbers.</summary>
    [Range(1, 1000, ErrorMessage = "Sending:SmsPerSecond must be between 1 and 1000.")]
    public int SmsPerSecond { get; set; } = 1;

    /// <summary>How many messages may go to one contact at once. Default: 45, as WhatsApp allows.</summary>
    [Range(1, 45, ErrorMessage = "Sending:PairBurst must be between 1 and 45.")]
    public int PairBurst { get; set; } = 45;

    /// <summary>In which time one more message may go to the same contact. Default: 6 seconds, as WhatsApp allows.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00", ErrorMessage = "Sending:PairInterval must be between 1 millisecond and 10 minutes.")]
    public TimeSpan PairInterval { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How long a dispatcher may hold a permit. Default: 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "Sending:PermitLifetime must be between 5 seconds and 1 hour.")]
    public TimeSpan PermitLifetime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// After which time a paused number is tried again, and a message that the provider's limit on spam keeps back. Default: 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Sending:PauseFor must be between 1 second and 1 day.")]
    public TimeSpan PauseFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What holds for this number. By SMS there is no limit for a single contact.</summary>
    internal SendingLimits Of(SenderKey sender)
    {
        var sms = sender.Channel == Channel.Sms;
        return new SendingLimits
        {
            MessagesPerSecond = sms ? SmsPerSecond : MessagesPerSecondOf.TryGetValue(sender.Number, out var own) ? own : MessagesPerSecond,
            PairBurst = PairBurst,
            PairInterval = sms ? TimeSpan.FromSeconds(1) / SmsPerSecond : PairInterval,
            PermitLifetime = PermitLifetime,
            PauseFor = PauseFor,
        };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (number, rate) in MessagesPerSecondOf)
        {
            if (rate is < 1 or > 1000)
            {
                yield return new ValidationResult($"Sending:MessagesPerSecondOf:{number} must be between 1 and 1000.", [nameof(MessagesPerSecondOf)]);
            }
        }
    }
}
