namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>The permission to call the provider once, with everything that the call needs.</summary>
[GenerateSerializer, Immutable, Alias("ml.AttemptOrder")]
public sealed record AttemptOrder
{
    [Id(0)] public required string MessageId { get; init; }

    [Id(1)] public required string AttemptId { get; init; }

    /// <summary>How often in a row the message was put off for the reason of <see cref="DeferredBy"/>.</summary>
    [Id(2)] public required int EarlierAttempts { get; init; }

    [Id(3)] public string? Phone { get; init; }

    [Id(4)] public string? Bsuid { get; init; }

    [Id(5)] public string? Text { get; init; }

    [Id(6)] public TemplateChoice? Template { get; init; }

    /// <summary>What the template's buttons carry.</summary>
    [Id(7)] public IReadOnlyList<string> ButtonPayloads { get; init; } = [];

    /// <summary>The trace of the request that the message goes back to, where it is known.</summary>
    [Id(8)] public string? TraceParent { get; init; }

    /// <summary>The provider's code of the reason; null as well where it was not reached.</summary>
    [Id(9)] public int? DeferredBy { get; init; }

    /// <summary>The provider's id of the message that it quotes.</summary>
    [Id(10)] public string? ReplyTo { get; init; }

    /// <summary>Below the text.</summary>
    [Id(11)] public IReadOnlyList<ReplyButtonPart> Buttons { get; init; } = [];

    /// <summary>Show a preview of the first link in the text.</summary>
    [Id(12)] public bool PreviewLinks { get; init; }
}

/// <summary>How an attempt ended. Where nobody knows, there is no report.</summary>
[GenerateSerializer, Immutable, Alias("ml.AttemptReport")]
public sealed record AttemptReport
{
    [Id(0)] public required string MessageId { get; init; }

    [Id(1)] public required string AttemptId { get; init; }

    /// <summary>Taken under this id.</summary>
    [Id(2)] public string? ProviderMessageId { get; init; }

    /// <summary>Refused for good, for this reason.</summary>
    [Id(3)] public string? Code { get; init; }

    /// <summary>Surely not taken; to be tried again from this time on.</summary>
    [Id(4)] public DateTimeOffset? NotBefore { get; init; }

    [Id(5)] public int? ProviderCode { get; init; }
}
