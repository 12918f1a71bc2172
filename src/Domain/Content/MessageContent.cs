using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Domain.Content;

/// <summary>What a message says. It is stored sealed, apart from the log, and carries the schema version by which it is read.</summary>
public sealed record MessageContent
{
    /// <summary>The schema version that is written today. All versions up to it can be read.</summary>
    public const int Schema = 1;

    /// <summary>The text as the reader sees it; of a template, as rendered.</summary>
    public string? Text { get; init; }

    /// <summary>Titles of the buttons below the text.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>What each of the buttons carries besides its title; null where they are a template's.</summary>
    public IReadOnlyList<string>? ButtonIds { get; init; }

    /// <summary>What each of a template's buttons opens or copies, as the contact got it; null where none does.</summary>
    public IReadOnlyList<string?>? ButtonTargets { get; init; }

    /// <summary>A preview of the first link in the text was asked for.</summary>
    public bool? PreviewLinks { get; init; }

    /// <summary>Values of a template's variables, in the template's order.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>What a tapped button carries besides its title.</summary>
    public string? ButtonPayload { get; init; }

    /// <summary>The picture, recording or file; its caption is <see cref="Text"/>.</summary>
    public MediaContent? Media { get; init; }

    public LocationContent? Location { get; init; }

    /// <summary>Cards out of an address book.</summary>
    public IReadOnlyList<CardContent>? Cards { get; init; }

    public OrderContent? Order { get; init; }

    /// <summary>What the text leaves out: the description of a choice, the values of a form.</summary>
    public string? Detail { get; init; }

    /// <summary>Of what came in: the provider's own JSON, from which the original can be made again whatever we read out of it.</summary>
    public string? Raw { get; init; }

    /// <summary>The text for a channel that has no buttons: what these open or copy stands below it, else what can be chosen.</summary>
    [JsonIgnore]
    public string? PlainText => Text is null ? null : string.Join('\n', [Text, .. (ButtonTargets ?? (ButtonIds is null ? [] : Buttons)).OfType<string>()]);

    [JsonInclude, JsonRequired, JsonPropertyName("schema"), JsonPropertyOrder(-1)]
    internal int WrittenSchema { get; init; } = Schema;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ContentJson.Default.MessageContent);

    /// <exception cref="JsonException">The bytes are not content of this schema.</exception>
    public static MessageContent FromBytes(ReadOnlySpan<byte> bytes)
    {
        var content = JsonSerializer.Deserialize(bytes, ContentJson.Default.MessageContent)
            ?? throw new JsonException("A message's content is not null.");
        return content.WrittenSchema == Schema
            ? content
            : throw new JsonException($"Content of schema {content.WrittenSchema} is newer than this release, which reads up to {Schema}.");
    }
}
