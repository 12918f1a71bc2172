using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Simulator.Graph.Messages.Contents;
using MultiLine.Simulator.Graph.Messages.Filling;

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

    public LocationContent? Location { get; init; }

    public IReadOnlyList<ContactCard>? Contacts { get; init; }

    public ReactionContent? Reaction { get; init; }

    public string? Status { get; init; }

    public string? MessageId { get; init; }

    public JsonElement? TypingIndicator { get; init; }

    /// <summary>The content of media, and everything misspelled.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];

    /// <summary>The content of media, which stands under the type's name.</summary>
    public JsonElement? Part(string type) => Others.TryGetValue(type, out var part) ? part : null;
}

internal sealed record ReplyContext(string? MessageId);

internal sealed record TextContent(string? Body, bool PreviewUrl = false);
