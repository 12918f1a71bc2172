namespace MultiLine.Domain.Conversations.Events;

/// <summary>The contact wrote and no window was open: free text may be sent until <see cref="Until"/>.</summary>
public sealed record SessionOpened : ConversationEvent, IProviderEvent
{
    public required Channel Channel { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }
}

/// <summary>The contact wrote again while the window was open.</summary>
public sealed record SessionExtended : ConversationEvent, IProviderEvent
{
    public required Channel Channel { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }
}

/// <summary>The window that ended at <see cref="Until"/> is over.</summary>
public sealed record SessionClosed : ConversationEvent
{
    public required Channel Channel { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required ClosedBy By { get; init; }
}

public enum ClosedBy
{
    /// <summary>The reminder found the window over.</summary>
    Reminder,

    /// <summary>A send or a message from the contact found it over before the reminder did.</summary>
    Clock,
}
