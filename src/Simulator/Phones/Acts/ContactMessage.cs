using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>What a contact sends, apart from who, when and to whom.</summary>
/// <param name="Type">As on the wire; <paramref name="Content"/> stands under this name.</param>
/// <param name="Content">Null for a type without content.</param>
internal sealed record ContactMessage(string Type, JsonNode? Content, Bubble Shown)
{
    /// <summary>Instead of a wamid: voicemail has the id of its call.</summary>
    public string? Id { get; init; }

    /// <summary>The message that is answered.</summary>
    public string? ReplyTo { get; init; }

    /// <summary><c>forwarded</c> or <c>frequently_forwarded</c>.</summary>
    public string? Forwarded { get; init; }

    /// <summary>The advertisement that led to the chat.</summary>
    public JsonNode? Referral { get; init; }

    public JsonArray? Errors { get; init; }

    /// <summary>What it does to the message that it is about, instead of being one of its own on the phone.</summary>
    public Func<Message, Message>? Change { get; init; }

    private static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static JsonNode WireForm<T>(T content) => JsonSerializer.SerializeToNode(content, Wire)!;
}

/// <summary>Something that a contact can do in a chat, as asked for through the control API.</summary>
internal interface IContactAct
{
    /// <summary>The message on the phone that it is about, if it is about one.</summary>
    string? About => null;

    /// <summary>Whether the message that it is about must be the contact's own.</summary>
    bool AboutOwn => false;

    /// <summary>What is wrong with it; null if nothing is.</summary>
    string? Flaw { get; }

    /// <param name="about">The message named by <see cref="About"/>.</param>
    ContactMessage Compose(Message? about);
}
