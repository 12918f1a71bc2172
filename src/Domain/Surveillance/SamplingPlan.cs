using System.Collections.Immutable;

namespace MultiLine.Domain.Surveillance;

/// <summary>
/// How many of the messages in which policy found nothing a compliance officer looks at all the same: of each hundred, by chance. Whoever or
/// whatever is riskier has a larger share.
/// </summary>
public sealed record SamplingPlan
{
    /// <summary>Of all messages: 0 to 100.</summary>
    public double Percent { get; init; }

    /// <summary>Of what these people write.</summary>
    public ImmutableArray<PersonShare> People { get; init; } = [];

    /// <summary>Of what comes and goes on these lines.</summary>
    public ImmutableArray<LineShare> Lines { get; init; } = [];

    /// <summary>The largest share that fits.</summary>
    /// <param name="line">The line that the message came or went on.</param>
    /// <param name="author">The person of the firm who wrote it; null where nobody did.</param>
    public double ShareOf(string line, string? author) => Math.Max(
        Percent,
        Math.Max(
            Largest(People.Where(share => share.Person == author).Select(share => share.Percent)),
            Largest(Lines.Where(share => share.Line == line).Select(share => share.Percent))));

    private static double Largest(IEnumerable<double> shares) => shares.DefaultIfEmpty(0).Max();
}

/// <param name="Person">The person's id.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record PersonShare(string Person, double Percent);

/// <param name="Line">The line's id.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record LineShare(string Line, double Percent);
