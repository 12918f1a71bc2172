using MultiLine.Domain.Policy.Detection.Internet;

namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>
/// One stretch of text is one thing: of hits that overlap, the surer stays, of equally sure ones the longer, then the one whose type comes
/// first in the alphabet. A URL alone can hold others, such as the e-mail address in its query, where they are sure.
/// </summary>
internal static class Overlaps
{
    /// <summary>From here on a hit inside a URL is something of its own.</summary>
    private const double SureInUrl = 0.9;

    /// <summary>Orders the hits from <paramref name="from"/> on, and drops what loses to another or isn't wanted. Linear but for the ordering.</summary>
    public static void Settle(List<Hit> hits, int from, DetectorSet wanted)
    {
        if (hits.Count - from > 1)
        {
            hits.Sort(from, hits.Count - from, ByBeginning.Instance);
            DropLosers(hits, from);
        }

        var kept = from;
        for (var i = from; i < hits.Count; i++)
        {
            if (wanted.Contains(hits[i].Type))
                hits[kept++] = hits[i];
        }

        hits.RemoveRange(kept, hits.Count - kept);
    }

    private static void DropLosers(List<Hit> hits, int from)
    {
        var kept = from;
        var url = -1;
        for (var i = from; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (url >= 0 && hit.Start < hits[url].End && hit.Score < SureInUrl)
                continue;
            while (kept > from && kept - 1 != url && hits[kept - 1].End > hit.Start && IsBetter(hit, hits[kept - 1]))
                kept--;
            if (kept > from && kept - 1 != url && hits[kept - 1].End > hit.Start)
                continue;
            hits[kept] = hit;
            if (hit.Type == UrlDetector.Name)
                url = kept;
            kept++;
        }

        hits.RemoveRange(kept, hits.Count - kept);
    }

    private static bool IsBetter(in Hit one, in Hit other) =>
        one.Score.CompareTo(other.Score) is not 0 and var byScore ? byScore > 0
        : one.Length != other.Length ? one.Length > other.Length
        : string.CompareOrdinal(one.Type, other.Type) < 0;

    private sealed class ByBeginning : IComparer<Hit>
    {
        public static readonly ByBeginning Instance = new();

        public int Compare(Hit x, Hit y) =>
            x.Start != y.Start ? x.Start.CompareTo(y.Start)
            : x.End != y.End ? y.End.CompareTo(x.End)
            : y.Score != x.Score ? y.Score.CompareTo(x.Score) : string.CompareOrdinal(x.Type, y.Type);
    }
}
