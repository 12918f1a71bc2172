using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Connectors.WhatsApp.Templates;

/// <summary>
/// A part of a template.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
/// </summary>
public sealed record TemplateComponent
{
    /// <summary><c>HEADER</c>, <c>BODY</c>, <c>FOOTER</c> or <c>BUTTONS</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Of a header: <c>TEXT</c>, <c>IMAGE</c>, <c>VIDEO</c>, <c>DOCUMENT</c> or <c>LOCATION</c>.</summary>
    public string? Format { get; init; }

    /// <summary>With its variables, <c>{{1}}</c> or <c>{{name}}</c>.</summary>
    public string? Text { get; init; }

    public TemplateExample? Example { get; init; }

    public IReadOnlyList<TemplateButton>? Buttons { get; init; }

    /// <summary>What else Meta says about this part, kept so that an edit gives it back.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }

    public static TemplateComponent Header(string text, string? example = null) => new()
    {
        Type = "HEADER",
        Format = "TEXT",
        Text = text,
        Example = example is null ? null : new TemplateExample { HeaderText = [example] },
    };

    /// <param name="text">With its variable by name.</param>
    /// <param name="examples">One for each variable.</param>
    public static TemplateComponent NamedHeader(string text, params IReadOnlyList<NamedExample> examples) => new()
    {
        Type = "HEADER",
        Format = "TEXT",
        Text = text,
        Example = examples is [] ? null : new TemplateExample { HeaderTextNamedParams = examples },
    };

    /// <param name="text">With its variables by position.</param>
    /// <param name="examples">One for each variable: the reviewers want to see them.</param>
    public static TemplateComponent Body(string text, params IReadOnlyList<string> examples) => new()
    {
        Type = "BODY",
        Text = text,
        Example = examples is [] ? null : new TemplateExample { BodyText = [examples] },
    };

    /// <param name="text">With its variables by name.</param>
    /// <param name="examples">One for each variable.</param>
    public static TemplateComponent NamedBody(string text, params IReadOnlyList<NamedExample> examples) => new()
    {
        Type = "BODY",
        Text = text,
        Example = examples is [] ? null : new TemplateExample { BodyTextNamedParams = examples },
    };

    public static TemplateComponent Footer(string text) => new() { Type = "FOOTER", Text = text };

    public static TemplateComponent QuickReplies(params IReadOnlyList<string> labels) => new()
    {
        Type = "BUTTONS",
        Buttons = [.. labels.Select(label => new TemplateButton { Type = "QUICK_REPLY", Text = label })],
    };
}

/// <summary>Sample values of the variables.</summary>
public sealed record TemplateExample
{
    public IReadOnlyList<string>? HeaderText { get; init; }

    public IReadOnlyList<NamedExample>? HeaderTextNamedParams { get; init; }

    public IReadOnlyList<IReadOnlyList<string>>? BodyText { get; init; }

    public IReadOnlyList<NamedExample>? BodyTextNamedParams { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}

public sealed record NamedExample(string ParamName, string Example);

public sealed record TemplateButton
{
    /// <summary><c>QUICK_REPLY</c>, <c>URL</c>, <c>PHONE_NUMBER</c> and so on.</summary>
    public required string Type { get; init; }

    /// <summary>The label, at most 25 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Of <c>URL</c>: the address, which may end in a variable.</summary>
    public string? Url { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}
