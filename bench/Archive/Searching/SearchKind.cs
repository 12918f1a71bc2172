using MultiLine.Grains.Interfaces.Archive.Search;

namespace MultiLine.Archive.Searching;

/// <summary>A kind of search.</summary>
/// <param name="Name">What is looked for.</param>
/// <param name="Request">The search of a round: other words each time.</param>
internal sealed record SearchKind(string Name, Func<int, SearchRequest> Request)
{
    /// <summary>Whether something is found in any of the rounds.</summary>
    public bool Finds { get; init; } = true;
}
