using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.WordLists;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>The lists that one look at a message fills, kept for the next one on the same thread.</summary>
internal sealed class Scratch
{
    /// <summary>So that a thread doesn't keep the memory of one message that was full of hits.</summary>
    private const int MostKept = 4_096;

    [ThreadStatic]
    private static Scratch? _spare;

    public List<Found> Found { get; } = [];

    public List<Hit> Hits { get; } = [];

    public List<WordHit> Words { get; } = [];

    public static Scratch Take()
    {
        var scratch = _spare ?? new Scratch();
        _spare = null;
        return scratch;
    }

    public void GiveBack()
    {
        if (Math.Max(Found.Capacity, Math.Max(Hits.Capacity, Words.Capacity)) > MostKept)
            return;
        Found.Clear();
        Hits.Clear();
        Words.Clear();
        _spare = this;
    }
}
