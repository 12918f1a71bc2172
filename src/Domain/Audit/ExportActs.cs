namespace MultiLine.Domain.Audit;

/// <summary>Somebody asked for a copy of what the archive holds. Recorded before anything of it is read.</summary>
public sealed record ExportMade : AuditEvent, IReasonedEvent
{
    /// <summary>Our own id of the export.</summary>
    public required string Export { get; init; }

    /// <summary>jsonl, eml, rsmf, transcript, pdf.</summary>
    public required string Format { get; init; }

    /// <summary>The tree head up to which it goes.</summary>
    public required long Head { get; init; }

    /// <summary>Only this line.</summary>
    public string? Line { get; init; }

    /// <summary>Only this contact.</summary>
    public string? Contact { get; init; }

    /// <summary>Only what was captured at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only what was captured before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether what messages say is in it.</summary>
    public required bool WithContent { get; init; }

    /// <summary>The IANA time zone in which people are told times; null for UTC.</summary>
    public string? Zone { get; init; }

    public required string Commitment { get; init; }

    /// <summary>What the act is called among those that are recorded once, by which an export is found again.</summary>
    public static string NameOf(string export) => $"export:{export}";
}
