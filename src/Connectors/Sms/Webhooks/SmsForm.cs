using System.Text;
using System.Text.Json;

namespace MultiLine.Connectors.Sms.Webhooks;

/// <summary>The fields of a form body or of a query, in the order in which they came. Names may repeat.</summary>
public sealed record SmsForm(IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The first value of this name that is not empty, or null. U+0000, which some databases can't hold, reads as U+FFFD.</summary>
    public string? this[string name] => Fields.FirstOrDefault(field => field.Key == name && field.Value.Length > 0).Value?.Replace('\0', '\uFFFD');

    public static SmsForm Parse(ReadOnlySpan<byte> bytes)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (var range in bytes.Split((byte)'&'))
        {
            var field = bytes[range];
            if (field.IsEmpty) continue;
            var equals = field.IndexOf((byte)'=');
            fields.Add(equals < 0
                ? new(Decode(field), "")
                : new(Decode(field[..equals]), Decode(field[(equals + 1)..])));
        }

        return new SmsForm(fields);
    }

    /// <summary>Each name with its value, or with the list of its values where there are several.</summary>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var field in Fields.GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal))
            {
                json.WritePropertyName(field.Key);
                string[] values = [.. field];
                if (values.Length > 1) json.WriteStartArray();
                foreach (var value in values) json.WriteStringValue(value.Replace('\0', '\uFFFD'));
                if (values.Length > 1) json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && Hex(text[i + 1]) is { } high && Hex(text[i + 2]) is { } low)
            {
                bytes[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                bytes[length++] = text[i] == '+' ? (byte)' ' : text[i];
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static int? Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : null;
}
