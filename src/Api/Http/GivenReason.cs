using MultiLine.Api.Problems;

namespace MultiLine.Api.Http;

/// <summary>Why somebody does what has to be known later.</summary>
internal static class GivenReason
{
    public const int Longest = 500;

    public static string Check(string reason)
    {
        var trimmed = reason.Trim();
        return trimmed.Length is > 0 and <= Longest
            ? trimmed
            : throw new InvalidRequestException($"“reason” must have 1 to {Longest} characters: it is recorded.");
    }
}
