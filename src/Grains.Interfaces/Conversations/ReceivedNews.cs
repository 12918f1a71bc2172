namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>The contact reacted to a message, changed it or deleted it.</summary>
[GenerateSerializer, Immutable, Alias("ml.ReceivedChange")]
public sealed record ReceivedChange
{
    /// <summary>The change as a message: its own id, time, sender and what the message says now, or the emoji; none where a reaction was taken back.</summary>
    [Id(0)] public required ReceivedMessage Message { get; init; }

    /// <summary>reaction, edit, revoke.</summary>
    [Id(1)] public required string Change { get; init; }

    /// <summary>The provider's id of the message that is concerned.</summary>
    [Id(2)] public required string Target { get; init; }
}

/// <summary>What happened in a call, or became of one of ours.</summary>
[GenerateSerializer, Immutable, Alias("ml.ReportedCall")]
public sealed record ReportedCall
{
    [Id(0)] public required string Channel { get; init; }

    /// <summary>Our number, as the provider names it.</summary>
    [Id(1)] public required string Number { get; init; }

    [Id(2)] public required string CallId { get; init; }

    /// <summary>The contact called us.</summary>
    [Id(3)] public required bool Inbound { get; init; }

    /// <summary>The provider's word for it, in small letters.</summary>
    [Id(4)] public required string Happened { get; init; }

    /// <summary>completed or failed, once it has ended.</summary>
    [Id(5)] public string? Result { get; init; }

    /// <summary>How long the two spoke.</summary>
    [Id(6)] public int? Seconds { get; init; }

    [Id(7)] public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>When the contact called, or took our call; null where this does not tell it.</summary>
    [Id(8)] public DateTimeOffset? SessionFrom { get; init; }

    [Id(9)] public string? Phone { get; init; }

    [Id(10)] public string? Bsuid { get; init; }

    /// <summary>The recording or the transcript.</summary>
    [Id(11)] public MediaPart? File { get; init; }

    /// <summary>The provider's own JSON.</summary>
    [Id(12)] public string? Raw { get; init; }
}

/// <summary>The contact stopped marketing, or wants it again.</summary>
[GenerateSerializer, Immutable, Alias("ml.ReportedPreference")]
public sealed record ReportedPreference
{
    [Id(0)] public required string Channel { get; init; }

    /// <summary>Our number, as the provider names it.</summary>
    [Id(1)] public required string Number { get; init; }

    [Id(2)] public required bool Stopped { get; init; }

    [Id(3)] public required DateTimeOffset ProviderAt { get; init; }

    [Id(4)] public string? Phone { get; init; }

    [Id(5)] public string? Bsuid { get; init; }

    /// <summary>The provider's own JSON.</summary>
    [Id(6)] public string? Raw { get; init; }
}
