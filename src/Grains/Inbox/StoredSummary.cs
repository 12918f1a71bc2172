using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Grains.Inbox;

/// <summary>What the inbox stores of a thread, sealed because of the preview.</summary>
internal sealed record StoredSummary
{
    /// <summary>How many messages from the contact lie above <see cref="ReadUpTo"/>.</summary>
    public int Unread { get; init; }

    /// <summary>Messages up to this place have been read.</summary>
    public long ReadUpTo { get; init; }

    public string Channel { get; init; } = "whatsapp";

    /// <summary>The newest message.</summary>
    public string? MessageId { get; init; }

    public string? Direction { get; init; }

    public string? Status { get; init; }

    public string? Preview { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, SummaryJson.Default.StoredSummary);

    public static StoredSummary FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, SummaryJson.Default.StoredSummary) ?? throw new JsonException("A summary is not null.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StoredSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
