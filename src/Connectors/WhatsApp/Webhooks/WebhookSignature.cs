using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// <c>X-Hub-Signature-256: sha256=&lt;hex of HMAC-SHA256 under the app secret&gt;</c>, over the raw bytes of the body: Meta signs what it sends,
/// with non-ASCII characters escaped, so a body that was parsed and written again can't be checked.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
/// </summary>
public static class WebhookSignature
{
    public const string HeaderName = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>
    /// Whether one of the app secrets signed the body; there are several while a secret is being replaced. In constant time, so that
    /// a forger learns nothing from how long the answer takes.
    /// </summary>
    public static bool Verify(ReadOnlySpan<byte> body, string? header, IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryReadHeader(header, claimed)) return false;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var signed = false;
        foreach (var secret in secrets)
        {
            // Everybody knows the empty secret.
            if (string.IsNullOrEmpty(secret)) continue;
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
            signed |= CryptographicOperations.FixedTimeEquals(claimed, expected);
        }

        return signed;
    }

    /// <summary>The header for a body, as Meta would send it.</summary>
    public static string Sign(ReadOnlySpan<byte> body, string secret) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private static bool TryReadHeader(string? header, Span<byte> signature)
    {
        if (header is null || !header.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var hex = header.AsSpan(Prefix.Length);
        return hex.Length == signature.Length * 2
            && Convert.FromHexString(hex, signature, out _, out _) == OperationStatus.Done;
    }
}
