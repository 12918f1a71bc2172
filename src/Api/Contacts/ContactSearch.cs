using MultiLine.Api.Http;
using MultiLine.Api.Problems;

namespace MultiLine.Api.Contacts;

/// <summary>What contacts are looked for by, wherever they are.</summary>
internal static class ContactSearch
{
    /// <summary>Null finds all.</summary>
    public static string? Words(string? search) => search switch
    {
        null => null,
        { Length: > GivenName.Longest } => throw new InvalidRequestException($"“search” may have {GivenName.Longest} characters at the most."),
        _ => search.Trim() is { Length: > 0 } words ? words : null,
    };
}
