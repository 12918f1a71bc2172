using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Storage.Exports;

/// <summary>Everything that says what is in an export: as long as nothing is disposed of, one plan leads to the same bytes each time.</summary>
public sealed record ExportPlan
{
    public required string Organization { get; init; }

    /// <summary>The tree head up to which it goes.</summary>
    public required long Head { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The person who asked for it.</summary>
    public required string MadeBy { get; init; }

    public ExportSelection Selection { get; init; } = new();

    /// <summary>Whether what messages say is in it, or only that they commit to it.</summary>
    public bool WithContent { get; init; } = true;

    public string ToJson() => JsonSerializer.Serialize(this, ExportJson.Default.ExportPlan);

    /// <exception cref="JsonException">It is no plan.</exception>
    public static ExportPlan FromJson(string json) =>
        JsonSerializer.Deserialize(json, ExportJson.Default.ExportPlan) ?? throw new JsonException("A plan is not null.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExportPlan))]
internal sealed partial class ExportJson : JsonSerializerContext;
