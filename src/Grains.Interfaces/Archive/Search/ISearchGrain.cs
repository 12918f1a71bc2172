namespace MultiLine.Grains.Interfaces.Archive.Search;

/// <summary>Finds messages in the archive. Key: org.</summary>
[Alias("ml.ISearchGrain")]
public interface ISearchGrain : IGrainWithStringKey
{
    /// <summary>The newest messages that fit, newest first. That somebody searched, and for what, is recorded first.</summary>
    [Alias("Search")]
    Task<SearchPage> Search(SearchRequest request);
}

/// <summary>What is looked for: all of what is not null.</summary>
[GenerateSerializer, Immutable, Alias("ml.SearchRequest")]
public sealed record SearchRequest
{
    /// <summary>Who searches.</summary>
    [Id(0)] public required string Person { get; init; }

    /// <summary>Words, "phrases" and -words; empty finds everything.</summary>
    [Id(1)] public required string Text { get; init; }

    [Id(2)] public required int Limit { get; init; }

    [Id(3)] public string? Line { get; init; }

    [Id(4)] public string? Contact { get; init; }

    /// <summary>The person of the firm who wrote it.</summary>
    [Id(5)] public string? Author { get; init; }

    /// <summary>whatsapp, sms, voice.</summary>
    [Id(6)] public string? Channel { get; init; }

    [Id(7)] public bool? Inbound { get; init; }

    /// <summary>What policy did: flag, redact, block.</summary>
    [Id(8)] public string? Action { get; init; }

    /// <summary>The id of a rule that found something.</summary>
    [Id(9)] public string? Rule { get; init; }

    /// <summary>What policy found: the type of a detector, or the name of a word list or an expression.</summary>
    [Id(10)] public string? Found { get; init; }

    /// <summary>Captured at this time or later.</summary>
    [Id(11)] public DateTimeOffset? From { get; init; }

    /// <summary>Captured before this time.</summary>
    [Id(12)] public DateTimeOffset? Until { get; init; }

    /// <summary>Only what lies before this place: where the last page ended.</summary>
    [Id(13)] public long? Before { get; init; }
}

/// <param name="Items">Newest first.</param>
/// <param name="Before">Where the next page begins; null on the last one. A page may be short, or empty, and another still follow.</param>
/// <param name="Behind">How many records of the ledger the index had not taken in yet.</param>
/// <param name="Refusal">Why nothing was looked for.</param>
[GenerateSerializer, Immutable, Alias("ml.SearchPage")]
public sealed record SearchPage(
    [property: Id(0)] IReadOnlyList<FoundItem> Items, [property: Id(1)] long? Before, [property: Id(2)] long Behind, [property: Id(3)] Refused? Refusal);

/// <summary>Something that was found.</summary>
[GenerateSerializer, Immutable, Alias("ml.FoundItem")]
public sealed record FoundItem
{
    /// <summary>Among all messages; newer ones have higher places.</summary>
    [Id(0)] public required long Place { get; init; }

    [Id(1)] public required string Line { get; init; }

    [Id(2)] public required string Contact { get; init; }

    /// <summary>Of the event in its conversation.</summary>
    [Id(3)] public required long Version { get; init; }

    [Id(4)] public required string MessageId { get; init; }

    /// <summary>The type of the event: message_received, message_accepted, message_blocked …</summary>
    [Id(5)] public required string Type { get; init; }

    [Id(6)] public required string Channel { get; init; }

    [Id(7)] public required bool Inbound { get; init; }

    [Id(8)] public string? Author { get; init; }

    /// <summary>When it was captured.</summary>
    [Id(9)] public required DateTimeOffset At { get; init; }

    /// <summary>What it says around the first place where it was found, as it is shown; null where nothing can be shown.</summary>
    [Id(10)] public string? Excerpt { get; init; }

    /// <summary>Where in the excerpt it was found.</summary>
    [Id(11)] public IReadOnlyList<FoundSpan> Marks { get; init; } = [];

    /// <summary>What policy did: flag, redact, block.</summary>
    [Id(12)] public string? Action { get; init; }

    /// <summary>The names of the rules that found something.</summary>
    [Id(13)] public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <param name="Start">In UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
[GenerateSerializer, Immutable, Alias("ml.FoundSpan")]
public sealed record FoundSpan([property: Id(0)] int Start, [property: Id(1)] int Length);
