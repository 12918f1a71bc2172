using MultiLine.Api.Problems;

namespace MultiLine.Api.Http;

/// <summary>A part of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

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
