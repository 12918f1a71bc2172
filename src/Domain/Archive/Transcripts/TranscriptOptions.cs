namespace MultiLine.Domain.Archive.Transcripts;

/// <param name="Zone">In which all times are told.</param>
/// <param name="MadeAt">When the transcript is made.</param>
public sealed record TranscriptOptions(TimeZoneInfo Zone, DateTimeOffset MadeAt)
{
    public Paper Paper { get; init; }

    /// <summary>Who had it made; null where nobody is to be named.</summary>
    public string? MadeBy { get; init; }
}

public enum Paper
{
    /// <summary>210 by 297 mm.</summary>
    A4,

    /// <summary>8.5 by 11 inches.</summary>
    Letter,
}
