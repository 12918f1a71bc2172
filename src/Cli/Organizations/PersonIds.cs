using MultiLine.Domain;

namespace MultiLine.Cli.Organizations;

internal static class PersonIds
{
    /// <summary>The first word of a name as a key: "Ada Admin" is <c>ada</c>. A name without a Latin letter is <c>administrator</c>.</summary>
    public static string Of(string name)
    {
        var first = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
#pragma warning disable CA1308 // A key is lower case.
        var key = string.Concat(first.ToLowerInvariant().Where(c => KeyPart.IsValid(c.ToString())).Take(KeyPart.MaxLength));
#pragma warning restore CA1308
        return key.Length > 0 ? key : "administrator";
    }
}
