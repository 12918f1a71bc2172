namespace MultiLine.Domain.Status;

/// <summary>What the provider says of a message that it took. The numbers are the order: a status only moves forward.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status"/></remarks>
public enum DeliveryStatus
{
    /// <summary>Undeliverable. It stands beside the others: what was delivered has not failed.</summary>
    Failed = 0,
    Sent = 1,
    Delivered = 2,
    Read = 3,
    Played = 4,
}
