using System.Text.Json.Serialization;
using MultiLine.Domain.Media;

namespace MultiLine.Domain.Audit;

/// <summary>A file that came with a message could not be kept, and is not looked for any more.</summary>
public sealed record MediumMissed : AuditEvent
{
    /// <summary><c>org/line/contact</c>.</summary>
    public required string Conversation { get; init; }

    /// <summary>Of the event that holds the message.</summary>
    public required long Version { get; init; }

    public required MediumFailure Reason { get; init; }

    /// <summary>What the act is called among those that are recorded once.</summary>
    [JsonIgnore]
    public string Name => $"medium:{Conversation}#{Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
