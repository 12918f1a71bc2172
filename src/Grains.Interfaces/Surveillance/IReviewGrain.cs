using MultiLine.Grains.Interfaces.Archive.Search;

namespace MultiLine.Grains.Interfaces.Surveillance;

/// <summary>The review queue of compliance officers. Key: org.</summary>
[Alias("ml.IReviewGrain")]
public interface IReviewGrain : IGrainWithStringKey
{
    /// <summary>The newest messages that fit, newest first.</summary>
    [Alias("GetMessages")]
    Task<ReviewPage> GetMessages(ReviewQuery query);

    /// <summary>Records what somebody decided about messages. All or none.</summary>
    [Alias("Decide")]
    Task<Refused?> Decide(ReviewDecision decision);
}

/// <summary>Which messages are asked for.</summary>
/// <param name="State">open, escalated, closed.</param>
/// <param name="Limit">How many at most.</param>
[GenerateSerializer, Immutable, Alias("ml.ReviewQuery")]
public sealed record ReviewQuery([property: Id(0)] string State, [property: Id(1)] int Limit)
{
    /// <summary>block, redact, flag, sample.</summary>
    [Id(2)] public string? Cause { get; init; }

    [Id(3)] public string? Line { get; init; }

    /// <summary>Only what this person of the firm wrote.</summary>
    [Id(4)] public string? Author { get; init; }

    /// <summary>Only what lies before this place: where the last page ended.</summary>
    [Id(5)] public long? Before { get; init; }
}

/// <param name="Items">Newest first.</param>
/// <param name="Before">Where the next page begins; null on the last one.</param>
/// <param name="Open">How many messages nobody has decided about.</param>
/// <param name="Escalated">How many wait for somebody else.</param>
/// <param name="Closed">How many are decided.</param>
/// <param name="Behind">How many records of the ledger had not been looked through yet.</param>
[GenerateSerializer, Immutable, Alias("ml.ReviewPage")]
public sealed record ReviewPage(
    [property: Id(0)] IReadOnlyList<ReviewItem> Items,
    [property: Id(1)] long? Before,
    [property: Id(2)] long Open,
    [property: Id(3)] long Escalated,
    [property: Id(4)] long Closed,
    [property: Id(5)] long Behind);

/// <param name="Cause">Why it is looked at: block, redact, flag, sample.</param>
/// <param name="Message">What it says, as people are shown it.</param>
/// <param name="Decisions">The oldest first.</param>
[GenerateSerializer, Immutable, Alias("ml.ReviewItem")]
public sealed record ReviewItem(
    [property: Id(0)] string Cause, [property: Id(1)] FoundItem Message, [property: Id(2)] IReadOnlyList<RecordedDecision> Decisions);

/// <param name="Outcome">no_issue, escalated, violation.</param>
/// <param name="Person">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Note">As it was given; null where there was none, or where it was disposed of.</param>
[GenerateSerializer, Immutable, Alias("ml.RecordedDecision")]
public sealed record RecordedDecision(
    [property: Id(0)] string Outcome, [property: Id(1)] string Person, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string? Note);

/// <param name="Person">Who decides.</param>
/// <param name="Places">Of the messages, each once; at least one.</param>
/// <param name="Outcome">no_issue, escalated, violation.</param>
/// <param name="Note">Why; may be empty.</param>
[GenerateSerializer, Immutable, Alias("ml.ReviewDecision")]
public sealed record ReviewDecision(
    [property: Id(0)] string Person, [property: Id(1)] IReadOnlyList<long> Places, [property: Id(2)] string Outcome, [property: Id(3)] string Note);
