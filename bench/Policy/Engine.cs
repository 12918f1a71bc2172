using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Policy;

/// <summary>Everything switched on that looks into a text.</summary>
internal sealed class Engine
{
    private readonly List<Hit> _hits = [];

    /// <returns>How many hits there are.</returns>
    public int Look(string text)
    {
        _hits.Clear();
        Detectors.Find(text, DetectorSet.All, _hits);
        return _hits.Count;
    }
}
