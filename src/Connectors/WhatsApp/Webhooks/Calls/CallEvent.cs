using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Calls;

/// <summary>
/// Something happened in a WhatsApp call between a contact and one of our numbers.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference
/// </summary>
public sealed record CallEvent : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    /// <summary>Meta's id of the call, <c>wacid.…</c>.</summary>
    public required string CallId { get; init; }

    /// <summary><c>connect</c>, <c>terminate</c>, <c>call_recording_available</c>, <c>call_transcription_available</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The contact called us; null where Meta doesn't say who called.</summary>
    public bool? Inbound { get; init; }

    /// <summary>The contact's number, E.164.</summary>
    public string? Phone { get; init; }

    public string? UserId { get; init; }

    public string? ProfileName { get; init; }

    public string? Username { get; init; }

    /// <summary>Of a call that ended: <c>COMPLETED</c> or <c>FAILED</c>.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long the two spoke; null where nobody took the call.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The recording, or the transcript as JSON.</summary>
    public MediaObject? File { get; init; }

    /// <summary>
    /// When the contact called: that opens or extends the session, whether we answered or not. The end of a call tells it too, in case that
    /// its beginning was never told. Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
    /// </summary>
    public DateTimeOffset? SessionFrom => (Inbound, Event) switch
    {
        (true, "connect") => Timestamp,
        (true, "terminate") => StartedAt,
        _ => null,
    };
}

/// <summary>What became of a call that we made.</summary>
public sealed record CallStatus : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    public required string CallId { get; init; }

    /// <summary><c>RINGING</c>, <c>ACCEPTED</c>, <c>REJECTED</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>E.164.</summary>
    public string? RecipientPhone { get; init; }

    public string? RecipientUserId { get; init; }
}
