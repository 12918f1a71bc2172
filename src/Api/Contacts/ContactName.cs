using MultiLine.Api.Problems;

namespace MultiLine.Api.Contacts;

/// <summary>What can be a name: something to read, on one line.</summary>
internal static class ContactName
{
    private const int Longest = 200;

    public static string Check(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= Longest && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new InvalidRequestException($"“name” must have 1 to {Longest} characters and no line breaks.");
    }

    public static string? Search(string? search) => search switch
    {
        null => null,
        { Length: > Longest } => throw new InvalidRequestException($"“search” may have {Longest} characters at the most."),
        _ => search.Trim() is { Length: > 0 } words ? words : null,
    };
}
