using System.ComponentModel.DataAnnotations;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Settings;

/// <summary>A phone number of a WhatsApp business account.</summary>
public sealed class BusinessNumber
{
    /// <summary>Meta's phone number id, as in the paths of the Graph API.</summary>
    [Required, RegularExpression("^[0-9]+$", ErrorMessage = "Simulator:Numbers:Id must be digits.")]
    public string Id { get; set; } = "";

    /// <summary>The number as people write it, with + and country code.</summary>
    [
        Required,
        RegularExpression(@"^\+[0-9][0-9 ()-]{6,20}$", ErrorMessage = "Simulator:Numbers:DisplayNumber must be like '+49 30 5550100'.")
    ]
    public string DisplayNumber { get; set; } = "";

    [Required, RegularExpression("^[0-9]+$", ErrorMessage = "Simulator:Numbers:WabaId must be digits.")]
    public string WabaId { get; set; } = "";

    [Required]
    public string VerifiedName { get; set; } = "MultiLine Simulator";

    /// <summary>Throughput, messages per second: 80 by default, 1,000 after Meta's upgrade.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput"/></remarks>
    [Range(1, 1000)]
    public int MessagesPerSecond { get; set; } = 80;

    internal string Digits => PhoneNumber.DigitsOf(DisplayNumber);
}
