namespace MultiLine.Connectors.WhatsApp.Sending;

/// <summary>What is known after a call to send. Only <see cref="TryAgain"/> may be repeated without asking anybody.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The provider took the message. That says nothing yet about delivery.</summary>
    /// <param name="Wamid">The provider's id of the message.</param>
    /// <param name="WaId">The recipient's number as WhatsApp knows it, E.164; in some countries it differs from the one sent to.</param>
    /// <param name="UserId">The recipient's BSUID, where the message was addressed to one.</param>
    /// <param name="MessageStatus">For templates under pacing: <c>accepted</c>, <c>held_for_quality_assessment</c> or <c>paused</c>.</param>
    public sealed record Accepted(string Wamid, string? WaId, string? UserId, string? MessageStatus) : SendOutcome;

    /// <summary>The provider will never take this message. <paramref name="Handling"/> says what may help.</summary>
    public sealed record Refused(int ProviderCode, string Details, GraphHandling Handling) : SendOutcome;

    /// <summary>Nothing was sent and the same call may be repeated after a while.</summary>
    /// <param name="After">How long to wait at least.</param>
    /// <param name="ProviderCode">Null if the provider was never reached.</param>
    public sealed record TryAgain(TimeSpan After, int? ProviderCode) : SendOutcome
    {
        /// <summary>The limit that is used up; null where it was none for messages.</summary>
        public MessageLimit? Limit { get; init; }
    }

    /// <summary>Nothing was sent, and nothing will be from this number until somebody acts. The message stays in the queue.</summary>
    /// <param name="ProviderCode">The code of the refusal.</param>
    /// <param name="Details">In the provider's words.</param>
    /// <param name="BusinessInitiatedOnly">Replies inside an open session still go through.</param>
    public sealed record NumberPaused(int ProviderCode, string Details, bool BusinessInitiatedOnly) : SendOutcome;

    /// <summary>The message may or may not have gone out. Never repeated blindly: a status with the callback data decides.</summary>
    /// <param name="Reason">Why nothing is known.</param>
    /// <param name="ProviderCode">The code, if the provider gave one.</param>
    public sealed record Unknown(UnknownReason Reason, int? ProviderCode) : SendOutcome;
}
