namespace MultiLine.Domain.Archive;

/// <summary>The signed head of the ledger that an export stands under, as its reader compares it with another copy of it.</summary>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="Size">How many records it covers.</param>
/// <param name="Root">The hash over them, lower-case hex.</param>
public sealed record ArchivedHead(DateTimeOffset SignedAt, long Size, string Root)
{
    /// <summary>By which name the key is published; null where it was not signed.</summary>
    public string? KeyId { get; init; }

    /// <summary>Base64.</summary>
    public string? Signature { get; init; }

    /// <summary>Where else the head was written down, for example the name of a folder, an address or a time stamp authority.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];
}

/// <summary>Something that is not in an export.</summary>
/// <param name="What">For example "Messages before 1 March 2026".</param>
/// <param name="Why">For example "Outside of the period that was asked for".</param>
public sealed record ArchiveOmission(string What, string Why);
