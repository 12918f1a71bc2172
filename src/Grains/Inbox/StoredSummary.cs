using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Grains.Inbox;

/// <summary>
/// What the inbox stores of a thread, sealed because of the preview. All of it follows from the log but <see cref="ReadUpTo"/>, which is
/// stored nowhere else.
/// </summary>
internal sealed record StoredSummary
{
    /// <summary>The schema version that is written today. All versions up to it can be read.</summary>
    public const int Schema = 1;

    /// <summary>How many messages from the contact lie above <see cref="ReadUpTo"/>.</summary>
    public int Unread { get; init; }

    /// <summary>Messages up to this place have been read.</summary>
    public long ReadUpTo { get; init; }

    /// <summary>The contact whose thread goes on in place of this one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MergedInto { get; init; }

    public string Channel { get; init; } = "whatsapp";

    /// <summary>The newest message.</summary>
    public string? MessageId { get; init; }

    public string? Direction { get; init; }

    public string? Status { get; init; }

    /// <summary>The newest message's kind; null in summaries that were written before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    public string? Preview { get; init; }

    [JsonInclude, JsonPropertyName("schema"), JsonPropertyOrder(-1)]
    internal int WrittenSchema { get; init; } = Schema;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, SummaryJson.Default.StoredSummary);

    /// <exception cref="JsonException">The bytes are no summary of this schema.</exception>
    public static StoredSummary FromBytes(ReadOnlySpan<byte> bytes)
    {
        var summary = JsonSerializer.Deserialize(bytes, SummaryJson.Default.StoredSummary) ?? throw new JsonException("A summary is not null.");
        // The very first ones did not say.
        return summary.WrittenSchema is 0 or Schema
            ? summary with { WrittenSchema = Schema }
            : throw new JsonException($"A summary of schema {summary.WrittenSchema} is newer than this release, which reads up to {Schema}.");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StoredSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
