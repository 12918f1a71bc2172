using System.Globalization;

namespace MultiLine.Domain.Organizations;

/// <summary>What a person is called in keys, where nobody has said it.</summary>
public static class PersonIds
{
    /// <summary>The longest number behind a name has room in a key.</summary>
    private const int LongestWord = KeyPart.MaxLength - 6;

    /// <summary>The first word of a name as a key: "Ada Admin" is <c>ada</c>.</summary>
    /// <param name="name">The person's name.</param>
    /// <param name="otherwise">For a name whose first word has no Latin letter.</param>
    public static string Of(string name, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(name);
        var first = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
#pragma warning disable CA1308 // A key is lower case.
        var key = string.Concat(first.ToLowerInvariant().Where(c => KeyPart.IsValid(c.ToString())).Take(LongestWord));
#pragma warning restore CA1308
        return key.Length > 0 ? key : otherwise;
    }

    /// <summary>One that nobody in the organisation has: <c>ada</c>, then <c>ada-2</c>, <c>ada-3</c> …</summary>
    public static string Free(Organization organization, string name)
    {
        ArgumentNullException.ThrowIfNull(organization);
        var id = Of(name, otherwise: "person");
        var taken = organization.People.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(id)
            ? Enumerable.Range(2, taken.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{id}-{n}")).First(free => !taken.Contains(free))
            : id;
    }
}
