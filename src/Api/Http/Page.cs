using MultiLine.Api.Problems;

namespace MultiLine.Api.Http;

/// <summary>A part of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Where the next page begins; null on the last one, unless that is exactly full: then the next page is empty.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Where in a list is asked for a page.</summary>
internal static class PageStart
{
    /// <param name="name">What the endpoint calls it.</param>
    /// <param name="place">A place as it came with the page before; null for the first page.</param>
    public static long? Of(string name, long? place) => place is < 0
        ? throw new InvalidRequestException($"“{name}” must be the “next” of the page before; none is negative.")
        : place;

    /// <param name="page">The page; null where the list did not give the cursor that was sent.</param>
    public static T Known<T>(T? page) where T : class =>
        page ?? throw new InvalidRequestException("“cursor” must be the “next” of a page of this list. Leave it out to begin at the beginning.");
}

/// <summary>How much of a list is asked for.</summary>
internal static class PageLimit
{
    public const int Default = 50;
    public const int Largest = 200;

    public static int Of(int? limit) => limit switch
    {
        null => Default,
        >= 1 and <= Largest => limit.Value,
        _ => throw new InvalidRequestException($"“limit” must be between 1 and {Largest}."),
    };
}
