using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MultiLine.Simulator.Webhooks;

/// <summary>
/// JSON as Meta puts it on the wire: everything outside ASCII as <c>\uXXXX</c> in lower case and <c>/</c> as <c>\/</c>. Whoever parses a
/// body and writes it again gets other bytes and so another signature.
/// </summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started"/></remarks>
internal static partial class MetaJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Encode(JsonNode? value) =>
        Encoding.ASCII.GetBytes(Different().Replace(value?.ToJsonString(Readable) ?? "null", WireForm));

    private static string WireForm(Match match) =>
        match.Value switch
        {
            "/" => "\\/",
            ['\\', 'u', ..] escape => escape.ToLowerInvariant(),
            ['\\', ..] escape => escape,
            [var sign] => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}"),
            _ => throw new InvalidOperationException("A match is one escape or one sign."),
        };

    /// <summary>An escape, a slash or a sign outside ASCII; all of them occur inside strings only.</summary>
    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}|\\.|/|[^\x00-\x7F]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Different();
}
