namespace MultiLine.Grains.Interfaces.Exports;

/// <summary>
/// Exports of the archive. An export is what was asked for and up to which tree head, as its act says; it is made while it is read, so that no copy in
/// clear is kept here. Key: org.
/// </summary>
[Alias("ml.IExportGrain")]
public interface IExportGrain : IGrainWithStringKey
{
    /// <summary>Has the ledger signed as it is now and records who asks for what of it, and why.</summary>
    [Alias("Order")]
    Task<ExportResult> Order(ExportOrder order);

    /// <summary>Exports below a place among the acts, newest first.</summary>
    [Alias("List")]
    Task<ExportPage> List(long? before, int limit);

    [Alias("Find")]
    Task<ExportCard?> Find(string id);

    /// <summary>The next lines of an export as JSON lines.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="after">The cursor of the piece before; null for the first.</param>
    [Alias("ReadLines")]
    Task<LinesPiece> ReadLines(string id, string? after);

    /// <summary>The last line.</summary>
    /// <param name="lines">How many come before it.</param>
    /// <param name="sha256">Over all bytes before it, lower-case hex.</param>
    [Alias("EndLines")]
    Task<byte[]> EndLines(long lines, string sha256);

    /// <summary>The next files of an export in any other format.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="after">The cursor of the piece before; null for the first.</param>
    [Alias("ReadFiles"), ResponseTimeout("00:10:00")]
    Task<FilesPiece> ReadFiles(string id, string? after);
}

/// <param name="Person">Who asks.</param>
/// <param name="Reason">Why; recorded.</param>
/// <param name="Format">jsonl, eml, rsmf, transcript, pdf.</param>
[GenerateSerializer, Immutable, Alias("ml.ExportOrder")]
public sealed record ExportOrder([property: Id(0)] string Person, [property: Id(1)] string Reason, [property: Id(2)] string Format)
{
    /// <summary>Only this line.</summary>
    [Id(3)] public string? Line { get; init; }

    /// <summary>Only this contact.</summary>
    [Id(4)] public string? Contact { get; init; }

    /// <summary>Only what was captured at this time or later.</summary>
    [Id(5)] public DateTimeOffset? From { get; init; }

    /// <summary>Only what was captured before this time.</summary>
    [Id(6)] public DateTimeOffset? Until { get; init; }

    /// <summary>Whether what messages say is in it.</summary>
    [Id(7)] public bool WithContent { get; init; } = true;

    /// <summary>The IANA time zone in which people are told times; null for UTC.</summary>
    [Id(8)] public string? Zone { get; init; }
}

/// <param name="Id">Our own id.</param>
/// <param name="Place">Among the organisation's acts.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Person">Who asked; _operator for somebody with the command line.</param>
/// <param name="Format">jsonl, eml, rsmf, transcript, pdf.</param>
/// <param name="Head">The tree head up to which it goes.</param>
/// <param name="Records">How many records the ledger had under it.</param>
/// <param name="WithContent">Whether what messages say is in it.</param>
[GenerateSerializer, Immutable, Alias("ml.ExportCard")]
public sealed record ExportCard(
    [property: Id(0)] string Id,
    [property: Id(1)] long Place,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string Person,
    [property: Id(4)] string Format,
    [property: Id(5)] long Head,
    [property: Id(6)] long Records,
    [property: Id(7)] bool WithContent)
{
    /// <summary>Only this line.</summary>
    [Id(8)] public string? Line { get; init; }

    /// <summary>Only this contact.</summary>
    [Id(9)] public string? Contact { get; init; }

    /// <summary>Only what was captured at this time or later.</summary>
    [Id(10)] public DateTimeOffset? From { get; init; }

    /// <summary>Only what was captured before this time.</summary>
    [Id(11)] public DateTimeOffset? Until { get; init; }

    /// <summary>The IANA time zone in which people are told times; null for UTC.</summary>
    [Id(12)] public string? Zone { get; init; }

    /// <summary>Why it was asked for.</summary>
    [Id(13)] public string? Reason { get; init; }
}

/// <summary>The export, or why there is none.</summary>
[GenerateSerializer, Immutable, Alias("ml.ExportResult")]
public sealed record ExportResult([property: Id(0)] ExportCard? Export, [property: Id(1)] Refused? Refusal);

/// <param name="Exports">Newest first.</param>
/// <param name="Before">Where the next page begins; null on the last one. A page may be short, or empty, and another still follow.</param>
[GenerateSerializer, Immutable, Alias("ml.ExportPage")]
public sealed record ExportPage([property: Id(0)] IReadOnlyList<ExportCard> Exports, [property: Id(1)] long? Before);

/// <param name="Lines">Each with its line feed.</param>
/// <param name="After">The cursor of the next piece; null where only the end is left.</param>
[GenerateSerializer, Immutable, Alias("ml.LinesPiece")]
public sealed record LinesPiece([property: Id(0)] IReadOnlyList<byte[]> Lines, [property: Id(1)] string? After);

/// <param name="Files">In the order in which they come.</param>
/// <param name="After">The cursor of the next piece; null where this is the last.</param>
[GenerateSerializer, Immutable, Alias("ml.FilesPiece")]
public sealed record FilesPiece([property: Id(0)] IReadOnlyList<ExportedFile> Files, [property: Id(1)] string? After);

/// <param name="Name">With the folders it lies in, separated by slashes.</param>
/// <param name="Bytes">What is in it.</param>
[GenerateSerializer, Immutable, Alias("ml.ExportedFile")]
public sealed record ExportedFile([property: Id(0)] string Name, [property: Id(1)] byte[] Bytes);
