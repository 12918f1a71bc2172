using System.Text.Json;

namespace MultiLine.Domain.Content;

/// <summary>What a message says. It is stored sealed, apart from the log.</summary>
public sealed record MessageContent
{
    /// <summary>The text as the reader sees it; of a template, as rendered.</summary>
    public string? Text { get; init; }

    /// <summary>Titles of the buttons below the text.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>Values of a template's variables, in the template's order.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>What a tapped button carries besides its title.</summary>
    public string? ButtonPayload { get; init; }

    /// <summary>The provider's own JSON where we keep more than we understand.</summary>
    public string? Raw { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ContentJson.Default.MessageContent);

    public static MessageContent FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, ContentJson.Default.MessageContent)
        ?? throw new JsonException("A message's content is not null.");
}
