namespace MultiLine.Simulator.Graph.Templates;

/// <summary>What Meta decides about a template, in its review or later.</summary>
/// <param name="Event">As in the webhook, one of <see cref="Events"/>.</param>
/// <param name="Reason">Such as INCORRECT_CATEGORY; of a rejection.</param>
/// <param name="Recommendation">What the reviewer would change.</param>
internal sealed record Verdict(string Event, string? Reason = null, string? Recommendation = null)
{
    public static readonly IReadOnlyList<string> Events =
    [
        "APPROVED",
        "REJECTED",
        "PAUSED",
        "DISABLED",
        "PENDING",
        "REINSTATED",
        "FLAGGED",
        "ARCHIVED",
        "UNARCHIVED",
    ];

    /// <summary>The status that a template has then. Who is only flagged can still be sent.</summary>
    public string StatusAfter(string before) =>
        Event switch
        {
            "REINSTATED" or "UNARCHIVED" => "APPROVED",
            "FLAGGED" => before,
            _ => Event,
        };
}
