using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Templates;

/// <summary>The organisation's message templates, kept in step with the provider. Key: org.</summary>
[Alias("ml.ITemplateCatalogGrain")]
public interface ITemplateCatalogGrain : IGrainWithStringKey
{
    /// <summary>A call that waits for the provider: longer than the provider may take at the longest setting.</summary>
    const string ProviderCalls = "00:06:00";

    [Alias("List"), AlwaysInterleave]
    Task<IReadOnlyList<TemplateCard>> List();

    /// <summary>The template of this name and language, or null.</summary>
    [Alias("Find"), AlwaysInterleave]
    Task<TemplateCard?> Find(string name, string language);

    /// <summary>
    /// The newest approved opt-in request of whatever language; where none is approved the newest one, with its status; null if there is none.
    /// </summary>
    [Alias("FindOptIn"), AlwaysInterleave]
    Task<TemplateCard?> FindOptIn();

    /// <summary>
    /// The newest approved opt-in request in the language, else in the other one; where neither has one the newest in the first of them that has
    /// any, with its status; null if there is none.
    /// </summary>
    [Alias("FindOptInOf"), AlwaysInterleave]
    Task<TemplateCard?> FindOptInOf(string language, string otherwise);

    /// <summary>Submits a template for approval.</summary>
    [Alias("Submit"), ResponseTimeout(ProviderCalls)]
    Task<SubmitResult> Submit(TemplateDraft draft);

    /// <summary>Submits the opt-in request in these words as a new version; the approved one in their language stays in use until this one is.</summary>
    [Alias("SubmitOptIn"), ResponseTimeout(ProviderCalls)]
    Task<SubmitResult> SubmitOptIn(Organizations.OptInWords words);

    /// <summary>Reads the whole catalogue from the provider, and submits the opt-in request in each language in which there is none yet.</summary>
    [Alias("Sync"), ResponseTimeout(ProviderCalls)]
    Task<Outcome> Sync();

    /// <summary>
    /// The provider reports what happened to a template. Null if it was noted. Otherwise why nothing was, and the catalogue is read again:
    /// there is no template of this id or name here, or what happened is no verdict on it.
    /// </summary>
    [Alias("Report")]
    Task<string?> Report(TemplateReport report);

    /// <summary>
    /// The provider tells of a template's quality or category, or that its parts changed. Null if it was noted; otherwise there is no
    /// template of this id or name here, and the catalogue is read again.
    /// </summary>
    [Alias("Note")]
    Task<string?> Note(TemplateNews news);
}

[GenerateSerializer, Immutable, Alias("ml.TemplateCard")]
public sealed record TemplateCard
{
    /// <summary>The provider's id.</summary>
    [Id(0)] public required string Id { get; init; }

    [Id(1)] public required string Name { get; init; }

    [Id(2)] public required string Language { get; init; }

    /// <summary>UTILITY, MARKETING or AUTHENTICATION.</summary>
    [Id(3)] public required string Category { get; init; }

    /// <summary>pending, approved, rejected, paused, disabled, other.</summary>
    [Id(4)] public required string Status { get; init; }

    /// <summary>The reviewer's reason where it was rejected.</summary>
    [Id(5)] public string? RejectedReason { get; init; }

    [Id(6)] public string? Header { get; init; }

    [Id(7)] public required string Body { get; init; }

    [Id(8)] public string? Footer { get; init; }

    /// <summary>Titles of the buttons.</summary>
    [Id(9)] public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>
    /// What needs a value, in the order in which values are given: the header's variables as <c>header.1</c>, the body's, and buttons that take
    /// one as <c>button.0</c>, by their place.
    /// </summary>
    [Id(10)] public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>GREEN, YELLOW, RED or UNKNOWN; null where the provider has not said.</summary>
    [Id(11)] public string? Quality { get; init; }

    /// <summary>The category that the provider is going to give it.</summary>
    [Id(12)] public string? ImpendingCategory { get; init; }

    /// <summary>When it is going to have that category.</summary>
    [Id(13)] public DateTimeOffset? ImpendingAt { get; init; }

    /// <summary>When it was disabled, or is going to be.</summary>
    [Id(14)] public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Which pause it is while it is paused: FIRST_PAUSE, SECOND_PAUSE, RATE_LIMITING_PAUSE.</summary>
    [Id(15)] public string? Pause { get; init; }

    /// <summary>What the provider said since its last verdict that is none: FLAGGED, LOCKED, LIMIT_EXCEEDED.</summary>
    [Id(16)] public string? Warning { get; init; }

    /// <summary>The provider's own word for the status, such as ARCHIVED or DELETED.</summary>
    [Id(17)] public string? ProviderStatus { get; init; }

    /// <summary>The buttons, with what they do. Empty where the template was read by an older release.</summary>
    [Id(18)] public IReadOnlyList<TemplateButtonCard> ButtonDetails { get; init; } = [];

    /// <summary>What the header shows where it is no text: IMAGE, VIDEO, DOCUMENT or LOCATION.</summary>
    [Id(19)] public string? HeaderMedia { get; init; }
}

/// <param name="Kind">quick_reply, url, copy_code, one_time_password, other.</param>
/// <param name="Title">What the contact reads.</param>
/// <param name="Url">Of a button that opens a page: the address, which may end in a variable.</param>
[GenerateSerializer, Immutable, Alias("ml.TemplateButtonCard")]
public sealed record TemplateButtonCard([property: Id(0)] string Kind, [property: Id(1)] string Title, [property: Id(2)] string? Url);

[GenerateSerializer, Immutable, Alias("ml.TemplateDraft")]
public sealed record TemplateDraft
{
    [Id(0)] public required string Name { get; init; }

    [Id(1)] public required string Language { get; init; }

    [Id(2)] public required string Category { get; init; }

    [Id(3)] public string? Header { get; init; }

    [Id(4)] public required string Body { get; init; }

    [Id(5)] public string? Footer { get; init; }

    [Id(6)] public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>An example value for each variable; the reviewers want to see them.</summary>
    [Id(7)] public IReadOnlyList<string> Examples { get; init; } = [];
}

[GenerateSerializer, Immutable, Alias("ml.SubmitResult")]
public sealed record SubmitResult([property: Id(0)] TemplateCard? Template, [property: Id(1)] Refused? Refusal);

/// <param name="TemplateId">The provider's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Language">Its language.</param>
/// <param name="Event">The provider's word: APPROVED, REJECTED, PAUSED …</param>
/// <param name="Reason">Why, where the provider says.</param>
/// <param name="At">The provider's time, if it says.</param>
/// <param name="Pause">Which pause it is.</param>
/// <param name="DisabledAt">When it was disabled, or is going to be.</param>
[GenerateSerializer, Immutable, Alias("ml.TemplateReport")]
public sealed record TemplateReport(
    [property: Id(0)] string TemplateId,
    [property: Id(1)] string Name,
    [property: Id(2)] string Language,
    [property: Id(3)] string Event,
    [property: Id(4)] string? Reason,
    [property: Id(5)] DateTimeOffset? At,
    [property: Id(6)] string? Pause = null,
    [property: Id(7)] DateTimeOffset? DisabledAt = null);

/// <summary>What is told of a template besides verdicts. With neither quality nor category: its parts changed.</summary>
[GenerateSerializer, Immutable, Alias("ml.TemplateNews")]
public sealed record TemplateNews
{
    /// <summary>The provider's id.</summary>
    [Id(0)] public required string TemplateId { get; init; }

    [Id(1)] public required string Name { get; init; }

    [Id(2)] public required string Language { get; init; }

    /// <summary>The provider's time, if it says.</summary>
    [Id(3)] public DateTimeOffset? At { get; init; }

    [Id(4)] public string? Quality { get; init; }

    /// <summary>The category that it has now.</summary>
    [Id(5)] public string? Category { get; init; }

    [Id(6)] public string? ImpendingCategory { get; init; }

    [Id(7)] public DateTimeOffset? ImpendingAt { get; init; }
}
