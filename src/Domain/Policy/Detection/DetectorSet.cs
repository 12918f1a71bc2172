using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace MultiLine.Domain.Policy.Detection;

/// <summary>The types of hits that are asked for.</summary>
public sealed class DetectorSet
{
    private readonly FrozenSet<string> _types;

    private DetectorSet(FrozenSet<string> types) => _types = types;

    /// <summary>Every detector there is.</summary>
    public static DetectorSet All { get; } = new(Detectors.All.Select(d => d.Type).ToFrozenSet(StringComparer.Ordinal));

    /// <param name="types">By the names of <see cref="Detector.Type"/>; upper and lower case count.</param>
    /// <param name="set">The detectors of these types.</param>
    /// <param name="unknown">The first type that no detector has.</param>
    public static bool TryCreate(IEnumerable<string> types, [NotNullWhen(true)] out DetectorSet? set, [NotNullWhen(false)] out string? unknown)
    {
        var chosen = types.ToFrozenSet(StringComparer.Ordinal);
        unknown = chosen.FirstOrDefault(t => !All.Contains(t));
        set = unknown is null ? new(chosen) : null;
        return set is not null;
    }

    public bool Contains(string type) => _types.Contains(type);
}
