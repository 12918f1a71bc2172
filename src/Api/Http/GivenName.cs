using MultiLine.Api.Problems;

namespace MultiLine.Api.Http;

/// <summary>What people may call somebody or something: something to read, on one line.</summary>
internal static class GivenName
{
    public const int Longest = 200;

    public static string Check(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= Longest && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new InvalidRequestException($"“name” must have 1 to {Longest} characters and no line breaks.");
    }
}
