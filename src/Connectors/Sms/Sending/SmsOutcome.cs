namespace MultiLine.Connectors.Sms.Sending;

/// <summary>What is known after a call to send. Only <see cref="TryAgain"/> may be repeated without asking anybody.</summary>
public abstract record SmsOutcome
{
    private SmsOutcome() { }

    /// <summary>The provider took the message. That says nothing yet about delivery.</summary>
    /// <param name="Sid">The provider's id of the message.</param>
    public sealed record Accepted(string Sid) : SmsOutcome;

    /// <summary>The provider will never take this message. <paramref name="Handling"/> says what may help.</summary>
    public sealed record Refused(int ProviderCode, SmsHandling Handling) : SmsOutcome;

    /// <summary>Nothing was sent and the same call may be repeated after a while.</summary>
    /// <param name="After">How long to wait at least.</param>
    /// <param name="ProviderCode">Null if the provider gave none, or was never reached.</param>
    public sealed record TryAgain(TimeSpan After, int? ProviderCode) : SmsOutcome;

    /// <summary>Nothing was sent, and nothing will be from this number until somebody acts. The message stays in the queue.</summary>
    public sealed record NumberPaused(int ProviderCode) : SmsOutcome;

    /// <summary>The message may or may not have gone out. Never repeated blindly: a status with the attempt's id decides.</summary>
    /// <param name="Reason">Why nothing is known.</param>
    /// <param name="ProviderCode">The code, if the provider gave one.</param>
    public sealed record Unknown(UnknownReason Reason, int? ProviderCode) : SmsOutcome;
}
