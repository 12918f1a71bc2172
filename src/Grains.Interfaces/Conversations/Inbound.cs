namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>A message from the contact, understood as far as the conversation needs it.</summary>
[GenerateSerializer, Immutable, Alias("ml.ReceivedMessage")]
public sealed record ReceivedMessage
{
    [Id(0)] public required string Channel { get; init; }

    /// <summary>Our number, as the provider names it.</summary>
    [Id(1)] public required string Number { get; init; }

    [Id(2)] public required string ProviderMessageId { get; init; }

    [Id(3)] public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>The provider's name of the kind.</summary>
    [Id(4)] public required string Kind { get; init; }

    [Id(5)] public string? Text { get; init; }

    [Id(6)] public string? ButtonPayload { get; init; }

    [Id(7)] public string? InReplyTo { get; init; }

    /// <summary>The provider's own JSON.</summary>
    [Id(8)] public string? Raw { get; init; }

    [Id(9)] public bool OpensSession { get; init; }

    [Id(10)] public string? Phone { get; init; }

    [Id(11)] public string? Bsuid { get; init; }

    /// <summary>What it holds besides its text.</summary>
    [Id(12)] public MessageParts? Parts { get; init; }

    /// <summary>It was written before the number was connected.</summary>
    [Id(13)] public bool Historic { get; init; }

    /// <summary>yes or stop, where the provider itself has understood that and confirmed it to the contact.</summary>
    [Id(31)] public string? ProviderUnderstood { get; init; }
}

/// <summary>What the provider reports on a message of ours.</summary>
[GenerateSerializer, Immutable, Alias("ml.ReportedStatus")]
public sealed record ReportedStatus
{
    /// <summary>Our message.</summary>
    [Id(0)] public required string MessageId { get; init; }

    [Id(1)] public required string ProviderMessageId { get; init; }

    /// <summary>sent, delivered, read, played, failed.</summary>
    [Id(2)] public required string Status { get; init; }

    [Id(3)] public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>The callback data, if the provider echoed it.</summary>
    [Id(4)] public string? AttemptId { get; init; }

    /// <summary>What a failed status means.</summary>
    [Id(5)] public string? Code { get; init; }

    [Id(6)] public int? ProviderCode { get; init; }

    /// <summary>The provider's own JSON.</summary>
    [Id(7)] public string? Raw { get; init; }

    /// <summary>The provider's own word for the status, where it has more of them than there are statuses.</summary>
    [Id(31)] public string? Word { get; init; }
}
