using System.Collections.Immutable;

namespace MultiLine.Domain.Retention;

/// <summary>Numbers that follow each other, such as the versions of events, both ends among them.</summary>
public sealed record VersionRange(long From, long To)
{
    /// <param name="versions">In rising order.</param>
    public static ImmutableArray<VersionRange> Of(IEnumerable<long> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var ranges = ImmutableArray.CreateBuilder<VersionRange>();
        foreach (var version in versions)
        {
            if (ranges.Count > 0 && ranges[^1].To + 1 == version)
                ranges[^1] = ranges[^1] with { To = version };
            else
                ranges.Add(new VersionRange(version, version));
        }

        return ranges.ToImmutable();
    }
}
