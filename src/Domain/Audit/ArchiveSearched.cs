namespace MultiLine.Domain.Audit;

/// <summary>A compliance officer searched the archive. The words are sealed apart, as what people write is.</summary>
public sealed record ArchiveSearched : AuditEvent, IReasonedEvent
{
    public string? Line { get; init; }

    public string? Contact { get; init; }

    /// <summary>The person of the firm whose messages were looked for.</summary>
    public string? Author { get; init; }

    public string? Channel { get; init; }

    public bool? Inbound { get; init; }

    /// <summary>flag, redact, block.</summary>
    public string? Action { get; init; }

    /// <summary>The id of a rule.</summary>
    public string? Rule { get; init; }

    /// <summary>What policy found.</summary>
    public string? Found { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Commits to the words.</summary>
    public required string Commitment { get; init; }
}
