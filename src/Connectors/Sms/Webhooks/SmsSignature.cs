using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Connectors.Sms.Webhooks;

/// <summary>
/// <c>X-Twilio-Signature</c>: HMAC-SHA1 under the account's token over the address that was called, its query included, and every field of the
/// form by name; whatever fields there are, so that new ones are covered too. A body of JSON is covered by its hash in the query.
/// Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security
/// </summary>
public static class SmsSignature
{
    public const string HeaderName = "X-Twilio-Signature";

    private const string BodyHash = "bodySHA256";

    /// <summary>
    /// Whether one of the tokens signed the request; there are several while a token is being replaced. In constant time, so that a forger
    /// learns nothing from how long the answer takes.
    /// </summary>
    /// <param name="url">As the provider called it.</param>
    /// <param name="isForm">The body is a form. Otherwise the address must carry its hash.</param>
    /// <param name="body">As it came.</param>
    /// <param name="header">The signature.</param>
    /// <param name="tokens">The account's.</param>
    public static bool Verify(string url, bool isForm, ReadOnlySpan<byte> body, string? header, IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(tokens);
        Span<byte> claimed = stackalloc byte[HMACSHA1.HashSizeInBytes];
        if (header is null || !Convert.TryFromBase64String(header, claimed, out var length) || length != claimed.Length) return false;
        if (!isForm && !HasHashOf(url, body)) return false;

        var form = isForm ? SmsForm.Parse(body) : new SmsForm([]);
        var signed = false;
        foreach (var token in tokens)
        {
            // Everybody knows the empty token.
            if (string.IsNullOrEmpty(token)) continue;
            // Whether the provider names the port is not consistent.
            foreach (var address in (string[])[url, WebAddress.WithPort(url), WebAddress.WithoutPort(url)])
                signed |= CryptographicOperations.FixedTimeEquals(claimed, Hash(address, form, token));
        }

        return signed;
    }

    /// <summary>The header for a form, as the provider would send it.</summary>
    public static string Sign(string url, SmsForm form, string token) => Convert.ToBase64String(Hash(url, form, token));

    private static byte[] Hash(string url, SmsForm form, string token)
    {
        ArgumentNullException.ThrowIfNull(form);
        var text = new StringBuilder(url);
        foreach (var field in form.Fields.GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            foreach (var value in field.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) text.Append(field.Key).Append(value);
        }

#pragma warning disable CA5350 // SHA-1 is what the provider's protocol has; under HMAC it is not broken.
        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString()));
#pragma warning restore CA5350
    }

    private static bool HasHashOf(string url, ReadOnlySpan<byte> body)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query >= 0
            && SmsForm.Parse(Encoding.UTF8.GetBytes(url[(query + 1)..]))[BodyHash] is { } claimed
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(claimed), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))));
    }
}

/// <summary>An address as text: to parse it and write it again would change its case and its escapes.</summary>
internal static class WebAddress
{
    /// <summary>With the port that goes without saying.</summary>
    public static string WithPort(string url)
    {
        var (end, port) = Authority(url);
        return port >= 0 ? url : url.Insert(end, url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80");
    }

    public static string WithoutPort(string url)
    {
        var (end, port) = Authority(url);
        return port < 0 ? url : url.Remove(port, end - port);
    }

    /// <returns>Where the host and its port end, and where the port's colon is.</returns>
    private static (int End, int Port) Authority(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var length and >= 0 ? start + length : url.Length;
        var port = url.LastIndexOf(':', end - 1, end - start);
        var bracket = url.LastIndexOf(']', end - 1, end - start);
        return (end, port > bracket ? port : -1);
    }
}
