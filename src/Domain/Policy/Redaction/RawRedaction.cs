using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Domain.Policy.Redaction;

/// <summary>
/// Hides in a webhook that was kept raw whatever any detector finds: it belongs to nobody, so nobody's policy says what may be seen of it. What it takes to
/// attribute it (ids, numbers of sender and receiver, times) stays; everything else is looked at, known or not.
/// </summary>
public static class RawRedaction
{
    /// <summary>Under these names stands what an item is attributed by, and nothing that people write.</summary>
    private static readonly FrozenSet<string> Identifying = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "id", "from", "to", "wa_id", "user_id", "from_user_id", "to_user_id", "recipient_id", "recipient_user_id", "phone_number_id", "display_phone_number",
        "timestamp", "type", "status", "object", "field", "event", "messaging_product", "sha256", "mime_type",
        "MessageSid", "SmsSid", "SmsMessageSid", "AccountSid", "MessagingServiceSid", "ApiVersion", "MessageStatus", "SmsStatus", "ErrorCode");

    /// <summary>Of JSON, whole or cut off, with everything else as it is; of anything else as of a text.</summary>
    public static string Json(ReadOnlySpan<byte> body)
    {
        var redacted = new StringBuilder(body.Length);
        var (kept, name) = (0, "");
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = 256 });
        try
        {
            while (reader.Read())
            {
                var of = name;
                name = "";
                if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String or JsonTokenType.Number))
                    continue;
                var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                var value = reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(body[start..end]) : reader.GetString()!;
                if ((reader.TokenType == JsonTokenType.PropertyName || !IsIdentifier(of, value)) && Hide(value) is { } hidden)
                {
                    if (reader.TokenType == JsonTokenType.PropertyName)
                        end = start + body[start..end].LastIndexOf((byte)'"') + 1;
                    redacted.Append(Encoding.UTF8.GetString(body[kept..start])).Append('"').Append(Encoded(hidden)).Append('"');
                    kept = end;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                    name = value;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // From here on it is no JSON: what was understood before stands.
            var understood = Math.Max(kept, (int)reader.TokenStartIndex);
            return redacted.Append(Encoding.UTF8.GetString(body[kept..understood])).Append(Text(Encoding.UTF8.GetString(body[understood..]))).ToString();
        }

        return redacted.Append(Encoding.UTF8.GetString(body[kept..])).ToString();
    }

    /// <summary>Of the fields of a form, <c>name=value&amp;name=value</c>.</summary>
    public static string Form(ReadOnlySpan<byte> body) => string.Join('&', Encoding.UTF8.GetString(body).Split('&').Select(Field));

    /// <summary>Of a text.</summary>
    public static string Text(string text) => Hide(text) ?? text;

    private static string Field(string field)
    {
        var at = field.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = at < 0 ? ("", field) : (field[..at], field[(at + 1)..]);
        var plain = WebUtility.UrlDecode(value);
        return IsIdentifier(name, plain) || Hide(plain) is not { } hidden ? field : $"{field[..(at + 1)]}{WebUtility.UrlEncode(hidden)}";
    }

    /// <summary>Whoever writes an id of his own can't hide a sentence there. Meta writes our own number as people read it.</summary>
    private static bool IsIdentifier(string name, string value) =>
        Identifying.Contains(name) && (value.AsSpan().IndexOfAny(" \t\r\n") < 0 || name == "display_phone_number");

    private static string? Hide(string text)
    {
        List<Hit> hits = [];
        Detectors.Find(text, DetectorSet.All, hits);
        return hits.Count == 0 ? null : Redactor.Redact(text, Redactor.Spans(text, hits));
    }

    private static string Encoded(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
}
