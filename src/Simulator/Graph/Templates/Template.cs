using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary>A message template in one language.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates"/></remarks>
internal sealed record Template(
    string Id,
    string WabaId,
    string Name,
    string Language,
    string Category,
    string ParameterFormat,
    IReadOnlyList<TemplateComponent> Components
)
{
    /// <summary>PENDING, APPROVED, REJECTED, PAUSED, DISABLED or ARCHIVED.</summary>
    public string Status { get; init; } = "PENDING";

    /// <summary>Why it was rejected; NONE if it was not.</summary>
    public string RejectedReason { get; init; } = "NONE";

    /// <summary>How contacts take it: GREEN, YELLOW, RED or UNKNOWN.</summary>
    public string Quality { get; init; } = "UNKNOWN";

    /// <summary>What it was before Meta put it into another category.</summary>
    public string? PreviousCategory { get; init; }

    /// <summary>How often it was paused.</summary>
    public int Pauses { get; init; }

    [JsonIgnore]
    public bool IsNamed => ParameterFormat == "NAMED";

    public TemplateComponent? Part(string type) => Components.FirstOrDefault(component => component.Type == type);
}

/// <summary>HEADER, BODY, FOOTER or BUTTONS of a template, kept as it was submitted.</summary>
internal sealed record TemplateComponent
{
    public required string Type { get; init; }

    /// <summary>Of a header: TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION.</summary>
    public string? Format { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<TemplateButton>? Buttons { get; init; }

    public JsonElement? Example { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<string> Placeholders => TemplateText.PlaceholdersOf(Text);
}

internal sealed record TemplateButton
{
    /// <summary>Such as QUICK_REPLY, URL or PHONE_NUMBER.</summary>
    public required string Type { get; init; }

    public string? Text { get; init; }

    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];
}

/// <summary>Text with placeholders: <c>{{1}}</c> or <c>{{first_name}}</c>.</summary>
internal static partial class TemplateText
{
    /// <summary>Each placeholder once, in the order of first appearance.</summary>
    public static IReadOnlyList<string> PlaceholdersOf(string? text) =>
        [.. Placeholder().Matches(text ?? "").Select(match => match.Groups["name"].Value).Distinct()];

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, match => values[match.Groups["name"].Value]);

    public static string WithoutPlaceholders(string text) => Placeholder().Replace(text, " ");

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z0-9_]+)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
