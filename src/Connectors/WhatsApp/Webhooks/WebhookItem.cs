namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// One thing that a webhook says: a message, a status, a notice; <see cref="WebhookFields"/> names where each comes from. For all that
/// is not understood, <see cref="UnhandledItem"/>.
/// </summary>
public abstract record WebhookItem
{
    private protected WebhookItem() { }

    /// <summary>The item's own JSON as it came: a slice of the body, valid as long as that is.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    internal WebhookOrigin? Origin { get; init; }

    /// <summary>
    /// The bytes of a webhook that says this one item and nothing else, to keep and to parse again: the raw item alone would
    /// have lost which number it came to.
    /// </summary>
    public byte[] ToWebhook() => Origin?.Wrap(Raw) ?? Raw.ToArray();
}

/// <summary>Kept as it is, for operators to see and to replay.</summary>
/// <param name="Reason">One of <see cref="UnhandledReason"/>: a stable code.</param>
/// <param name="PhoneNumberId">The number concerned, if the item says.</param>
public sealed record UnhandledItem(string Reason, string? PhoneNumberId = null) : WebhookItem
{
    /// <summary>Where it is an error of the provider that belongs to no message: its code.</summary>
    public int? ProviderCode { get; init; }
}
