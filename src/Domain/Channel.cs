using System.Text.Json.Serialization;

namespace MultiLine.Domain;

/// <summary>A way to reach a contact. A line has at most one number on each.</summary>
public enum Channel
{
    [JsonStringEnumMemberName("whatsapp")]
    WhatsApp,

    Sms,
    Voice,
}
