using MultiLine.Cli.Doctor.Looking;

namespace MultiLine.Cli.Doctor.Checks;

internal enum Verdict
{
    Ok,

    /// <summary>Something has still to be done.</summary>
    Missing,

    /// <summary>Something was done, and not as it must be.</summary>
    Wrong,

    /// <summary>It could not be looked at.</summary>
    Unknown,
}

/// <summary>A question, the heading of the guide under which its answer is brought about, and the rule that answers it.</summary>
/// <param name="Name">As the guide and the report call it.</param>
/// <param name="Heading">One of <see cref="Guide"/>.</param>
/// <param name="Rule">Pure: an outcome for each thing that the question is about, and at least one.</param>
internal sealed record Check(string Name, string Heading, Func<Sight, IEnumerable<Outcome>> Rule);

/// <param name="Verdict">In a word.</param>
/// <param name="LookedAt">What was looked at and what was there.</param>
/// <param name="Next">What to do; null only if it is in order.</param>
internal sealed record Outcome(Verdict Verdict, string LookedAt, string? Next = null)
{
    public static Outcome Ok(string lookedAt) => new(Verdict.Ok, lookedAt);

    public static Outcome Missing(string lookedAt, string next) => new(Verdict.Missing, lookedAt, next);

    public static Outcome Wrong(string lookedAt, string next) => new(Verdict.Wrong, lookedAt, next);

    public static Outcome Unknown(string lookedAt, string next) => new(Verdict.Unknown, lookedAt, next);
}

/// <summary>What a check came to about one thing.</summary>
internal sealed record Finding(Check Check, Outcome Outcome);
