using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>The body of <c>POST /{phone-number-id}/messages</c>; also marks messages as read, then with <see cref="Status"/>.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"/></remarks>
internal sealed record SendRequest
{
    public string? MessagingProduct { get; init; }

    public string? RecipientType { get; init; }

    /// <summary>The contact's phone number.</summary>
    public string? To { get; init; }

    /// <summary>The contact's BSUID; <see cref="To"/> wins if both are given.</summary>
    public string? Recipient { get; init; }

    public string? Type { get; init; }

    public ReplyContext? Context { get; init; }

    public string? BizOpaqueCallbackData { get; init; }

    public TextContent? Text { get; init; }

    public TemplateContent? Template { get; init; }

    public JsonElement? Interactive { get; init; }

    public string? Status { get; init; }

    public string? MessageId { get; init; }

    public JsonElement? TypingIndicator { get; init; }

    /// <summary>The content of media, of the types that are known but not simulated, and everything misspelled.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];

    /// <summary>The content of a type that has no member of its own.</summary>
    public JsonElement? Part(string type) => Others.TryGetValue(type, out var part) ? part : null;
}

internal sealed record ReplyContext(string? MessageId);

internal sealed record TextContent(string? Body, bool PreviewUrl = false);

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

    /// <summary>Media and locations, which are not rendered.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];

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

internal sealed record InteractiveContent(
    string? Type,
    InteractiveText? Header,
    InteractiveText? Body,
    InteractiveText? Footer,
    InteractiveAction? Action
);

internal sealed record InteractiveText(string? Text, string? Type = null);

internal sealed record InteractiveAction(IReadOnlyList<ReplyButton>? Buttons);

internal sealed record ReplyButton(string? Type, Reply? Reply);

internal sealed record Reply(string? Id, string? Title);
