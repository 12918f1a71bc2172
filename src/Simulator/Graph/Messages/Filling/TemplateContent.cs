using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Simulator.Graph.Messages.Contents;

namespace MultiLine.Simulator.Graph.Messages.Filling;

/// <summary>The template that a message names, and what it puts into it.</summary>
internal sealed record TemplateContent(string? Name, TemplateLanguage? Language, IReadOnlyList<SentComponent>? Components);

internal sealed record TemplateLanguage(string? Code, string? Policy);

/// <summary>The parameters for one part of a template; buttons have one each.</summary>
internal sealed record SentComponent(string? Type, string? SubType, int? Index, IReadOnlyList<SentParameter>? Parameters);

internal sealed record SentParameter
{
    public string? Type { get; init; }

    /// <summary>For templates with <c>parameter_format: NAMED</c>.</summary>
    public string? ParameterName { get; init; }

    public string? Text { get; init; }

    public string? Payload { get; init; }

    public FallbackValue? Currency { get; init; }

    public FallbackValue? DateTime { get; init; }

    public MediaContent? Image { get; init; }

    public MediaContent? Video { get; init; }

    public MediaContent? Document { get; init; }

    public LocationContent? Location { get; init; }

    /// <summary>What a copy-code button copies.</summary>
    public string? CouponCode { get; init; }

    /// <summary>What a flow is started with.</summary>
    public JsonElement? Action { get; init; }

    public string? Rendered =>
        Type switch
        {
            "text" => Text,
            "currency" => Currency?.Value,
            "date_time" => DateTime?.Value,
            _ => null,
        };
}

/// <summary>A currency or date; the Cloud API always shows the fallback value.</summary>
internal sealed record FallbackValue([property: JsonPropertyName("fallback_value")] string? Value)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];
}
