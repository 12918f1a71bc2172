using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy;

namespace MultiLine.Domain.Surveillance;

/// <summary>Why a compliance officer is to look at a message.</summary>
public enum ReviewCause
{
    /// <summary>It was chosen by chance.</summary>
    Sample,

    /// <summary>A rule flags it.</summary>
    Flag,

    /// <summary>A rule hid something in it.</summary>
    Redact,

    /// <summary>A rule did not let it out.</summary>
    Block,
}

/// <summary>What a compliance officer says of a message.</summary>
public enum ReviewOutcome
{
    /// <summary>It is as it should be.</summary>
    NoIssue,

    /// <summary>Somebody else has to look at it.</summary>
    Escalated,

    /// <summary>It breaks what it was held against.</summary>
    Violation,
}

/// <summary>Where a message stands in the review queue.</summary>
public enum ReviewState
{
    Open,
    Escalated,
    Closed,
}

/// <summary>How messages come into the review queue, and out of it.</summary>
public static class Review
{
    /// <summary>Null: nobody has to look at it.</summary>
    /// <param name="policy">What policy found in the message; null where nothing.</param>
    /// <param name="isSampled">It fell into the share that is looked at all the same.</param>
    public static ReviewCause? Cause(PolicyMark? policy, bool isSampled) => policy?.Action switch
    {
        PolicyAction.Block => ReviewCause.Block,
        PolicyAction.Redact => ReviewCause.Redact,
        PolicyAction.Flag => ReviewCause.Flag,
        _ => isSampled ? ReviewCause.Sample : null,
    };

    public static ReviewState State(ReviewOutcome? newest) => newest switch
    {
        null => ReviewState.Open,
        ReviewOutcome.Escalated => ReviewState.Escalated,
        _ => ReviewState.Closed,
    };
}
