namespace MultiLine.Domain.Session;

/// <summary>
/// The time in which free text may be sent: it opens or extends with each message from the contact, never with ours. Whether it is
/// open is always decided by the clock; that its end was announced is only a mark.
/// </summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"/></remarks>
public sealed record SessionWindow
{
    public static SessionWindow Never { get; } = new();

    /// <summary>The end of the newest window there was; null if the contact has never written.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The end that the log already tells of.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    public bool IsOpen(DateTimeOffset now) => now < Until;

    /// <summary>It is over and the log does not yet say so.</summary>
    public bool HasLapsedUnrecorded(DateTimeOffset now) => Until is { } until && until <= now && ClosedUntil != until;

    /// <summary>Opened or extended; an earlier end changes nothing, so the order of messages does not matter.</summary>
    public SessionWindow Extend(DateTimeOffset until) => Until >= until ? this : this with { Until = until };

    public SessionWindow Close(DateTimeOffset until) => this with { ClosedUntil = until };
}
