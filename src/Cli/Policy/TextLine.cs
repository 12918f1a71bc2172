using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Cli.Policy;

/// <summary>A line of what is scanned.</summary>
/// <param name="Id">JSON of any kind, as it was written.</param>
/// <param name="Text">What is looked through.</param>
internal sealed record TextLine(string Id, string Text)
{
    /// <param name="line">One line of JSON.</param>
    /// <param name="read">What it says.</param>
    /// <param name="reason">Why it can't be read, as a sentence.</param>
    public static bool TryRead(string line, [NotNullWhen(true)] out TextLine? read, [NotNullWhen(false)] out string? reason)
    {
        read = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            reason = document.RootElement.ValueKind != JsonValueKind.Object ? "It is no JSON object."
                : !document.RootElement.TryGetProperty("id", out var id) ? "It has no \"id\"."
                : !document.RootElement.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String ? "It has no \"text\" that is a string."
                : null;
            if (reason is null)
                read = new(document.RootElement.GetProperty("id").GetRawText(), document.RootElement.GetProperty("text").GetString()!);
        }
        catch (JsonException e)
        {
            reason = $"It is no JSON: {e.Message}";
        }
        catch (InvalidOperationException)
        {
            reason = "Its \"text\" is no Unicode: half of a surrogate pair stands alone.";
        }

        return reason is null;
    }

    /// <summary>Writes the hits, with their places in code points.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="hits">Ordered by where they begin.</param>
    public void WriteAnswer(Utf8JsonWriter json, IReadOnlyList<Hit> hits)
    {
        json.WriteStartObject();
        json.WritePropertyName("id");
        json.WriteRawValue(Id);
        json.WriteStartArray("hits");
        var (units, points) = (0, 0);
        foreach (var hit in hits)
        {
            points += CountPoints(units, hit.Start);
            units = hit.Start;
            json.WriteStartObject();
            json.WriteString("type", hit.Type);
            json.WriteNumber("start", points);
            json.WriteNumber("end", points + CountPoints(hit.Start, hit.End));
            json.WriteNumber("score", hit.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Two halves of a pair are one character.</summary>
    private int CountPoints(int from, int to)
    {
        var count = to - from;
        foreach (var c in Text.AsSpan(from, to - from))
        {
            if (char.IsLowSurrogate(c))
                count--;
        }

        return count;
    }
}
