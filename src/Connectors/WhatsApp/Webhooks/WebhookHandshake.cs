using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// The GET with which Meta makes sure that a webhook address is ours: <c>?hub.mode=subscribe&amp;hub.challenge=…&amp;hub.verify_token=…</c>.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
/// </summary>
public static class WebhookHandshake
{
    /// <summary>The challenge to answer with as plain text and status 200, or null: answer 403.</summary>
    public static string? Answer(string? mode, string? token, string? challenge, string expectedToken)
    {
        if (mode != "subscribe" || string.IsNullOrEmpty(token) || string.IsNullOrEmpty(expectedToken)) return null;
        var known = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expectedToken));
        return known ? challenge : null;
    }
}
