using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>Reads JSON whose types can't be trusted: what is missing or of another type reads as nothing.</summary>
internal static class WireJson
{
    private const char Replacement = '\uFFFD';

    /// <summary>The member, or an element of kind <see cref="JsonValueKind.Undefined"/>. Of several with one name, the last.</summary>
    public static JsonElement Member(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Every member of this name: JSON allows several, and each of them says something.</summary>
    /// <exception cref="InvalidOperationException">The parent is no object.</exception>
    public static IEnumerable<JsonElement> All(this JsonElement parent, string name) =>
        parent.EnumerateObject().Where(member => member.NameEquals(name)).Select(member => member.Value);

    /// <summary>The elements of every list of this name.</summary>
    /// <exception cref="InvalidOperationException">The parent is no object, or the member is no list.</exception>
    public static IEnumerable<JsonElement> Elements(this JsonElement parent, string name) =>
        parent.All(name).Where(list => list.ValueKind != JsonValueKind.Null).SelectMany(list => list.EnumerateArray());

    /// <summary>The elements of the list of this name; none where there is no list.</summary>
    public static IEnumerable<JsonElement> ListOf(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>
    /// The text, or null. U+0000, which some databases can't hold, and what isn't valid Unicode read as U+FFFD: half an emoji at the end
    /// of a shortened name is no reason to lose a message.
    /// </summary>
    public static string? Text(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.String } text ? text.Decoded() : null;

    /// <summary>The text or number as text, or null if it is neither or is empty.</summary>
    public static string? TextOrNumber(this JsonElement parent, string name) => parent.Member(name) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.String } => parent.Text(name) is { Length: > 0 } text ? text : null,
        _ => null,
    };

    /// <summary>An id of Meta's: up to 64 ASCII letters, digits, hyphens and underscores, as text or as number. Anything else is null.</summary>
    public static string? Id(this JsonElement parent, string name) =>
        parent.TextOrNumber(name) is { Length: <= 64 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? id : null;

    /// <summary>Whether the member says <c>true</c>.</summary>
    public static bool IsTrue(this JsonElement parent, string name) => parent.Member(name).ValueKind == JsonValueKind.True;

    /// <summary>The number with its fraction, as number or as text.</summary>
    public static double? Fraction(this JsonElement parent, string name) =>
        double.TryParse(parent.TextOrNumber(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    public static int? Number(this JsonElement parent, string name) =>
        int.TryParse(parent.TextOrNumber(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds since 1970, which come as text and as number.</summary>
    public static DateTimeOffset? UnixTime(this JsonElement parent, string name) =>
        long.TryParse(parent.TextOrNumber(name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>A text as <see cref="Text"/> reads it.</summary>
    public static string Decoded(this JsonElement text)
    {
        string decoded;
        try
        {
            decoded = text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            decoded = Repair(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }

        return decoded.Replace('\0', Replacement);
    }

    private static string Repair(ReadOnlySpan<byte> escaped)
    {
        var source = Encoding.UTF8.GetString(escaped);
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i]);
                continue;
            }

            i++;
            text.Append(source[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(source.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var literal => literal,
            });
            if (source[i] == 'u') i += 4;
        }

        // Half a surrogate pair becomes U+FFFD on the way through UTF-8.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
