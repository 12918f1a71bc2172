namespace MultiLine.Connectors.Sms.Sending;

/// <summary>One SMS on its way to the provider.</summary>
public sealed record OutboundSms
{
    /// <summary>Our number, E.164.</summary>
    public required string From { get; init; }

    /// <summary>The contact's, E.164.</summary>
    public required string To { get; init; }

    /// <summary>At most 1600 characters.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The id of the attempt. The provider has neither an idempotency key nor callback data, so it stands in the address at which each status of
    /// the message arrives: the only way to find out what became of a call whose reply was lost.
    /// </summary>
    public required string AttemptId { get; init; }

    /// <summary>How this message came back as <see cref="SmsOutcome.TryAgain"/> before; the waits grow with it.</summary>
    public Deferrals Earlier { get; init; } = Deferrals.None;
}
