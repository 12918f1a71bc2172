using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// Takes a webhook apart into all that it says: each message, status and notice of each change of each entry. One that isn't
/// understood is kept as it is and keeps no other from being understood; nothing is dropped, whatever the bytes are.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
/// </summary>
public static class WebhookParser
{
    // Far beyond what Meta sends: one item that is nested deeply shouldn't make the others of its batch unreadable.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <param name="body">The body, after its signature was checked. The items point into it: don't reuse it before they are done with.</param>
    /// <returns>At least one item. Never throws for what a body holds.</returns>
    public static IReadOnlyList<WebhookItem> Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Deep);
            return new WebhookWalk(body).Items(document.RootElement);
        }
        catch (JsonException)
        {
            return [new UnhandledItem(UnhandledReason.NotJson) { Raw = body }];
        }
    }
}
