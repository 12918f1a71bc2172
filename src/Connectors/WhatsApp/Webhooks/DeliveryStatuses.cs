namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Every status of a message of ours, and what is done on it. Each is kept as it came; what is shown only moves forward.</summary>
public static class DeliveryStatuses
{
    public static IReadOnlyDictionary<DeliveryStatus, string> All { get; } = new Dictionary<DeliveryStatus, string>
    {
        [DeliveryStatus.Sent] = "The provider has it; ends an attempt whose reply was lost, by the callback data.",
        [DeliveryStatus.Delivered] = "It arrived; the contact can be reached. May be left out where it is read at once.",
        [DeliveryStatus.Read] = "It was read.",
        [DeliveryStatus.Played] = "A voice note was played.",
        [DeliveryStatus.Failed] = "It failed with the reason that the error code stands for, unless it had arrived.",
    };
}
