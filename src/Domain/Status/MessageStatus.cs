namespace MultiLine.Domain.Status;

/// <summary>Where an outbound message stands.</summary>
public enum MessageStatus
{
    /// <summary>Waits for the contact's consent.</summary>
    Waiting,
    Queued,

    /// <summary>An attempt is open: the provider may or may not have it.</summary>
    Sending,
    Sent,
    Delivered,
    Read,
    Played,
    Failed,

    /// <summary>The attempt has ended without an answer; the contact may or may not have the message.</summary>
    OutcomeUnknown,
}

public static class MessageStatuses
{
    /// <summary>The status after the provider has said <paramref name="reported"/>: forward only; failed unless it was delivered.</summary>
    public static MessageStatus After(this MessageStatus current, DeliveryStatus reported)
    {
        if (reported == DeliveryStatus.Failed)
        {
            return current is MessageStatus.Delivered or MessageStatus.Read or MessageStatus.Played ? current : MessageStatus.Failed;
        }

        var next = reported switch
        {
            DeliveryStatus.Sent => MessageStatus.Sent,
            DeliveryStatus.Delivered => MessageStatus.Delivered,
            DeliveryStatus.Read => MessageStatus.Read,
            _ => MessageStatus.Played,
        };
        return current switch
        {
            MessageStatus.Failed => next == MessageStatus.Sent ? MessageStatus.Failed : next,
            MessageStatus.OutcomeUnknown => next,
            _ => next > current ? next : current,
        };
    }

    /// <summary>The provider has taken it.</summary>
    public static bool IsTaken(this MessageStatus status) =>
        status is MessageStatus.Sent or MessageStatus.Delivered or MessageStatus.Read or MessageStatus.Played;

    /// <summary>It ended without being sent, or nobody knows: a person may try again.</summary>
    public static bool MayBeRetried(this MessageStatus status) => status is MessageStatus.Failed or MessageStatus.OutcomeUnknown;
}
