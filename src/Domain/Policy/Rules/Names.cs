using System.Globalization;

namespace MultiLine.Domain.Policy.Rules;

/// <summary>Names that people give to what is in a policy.</summary>
internal static class Names
{
    /// <summary>A whole sentence; null where the name will do.</summary>
    public static string? Problem(string what, string name) =>
        string.IsNullOrWhiteSpace(name) ? $"{what} is missing."
        : name.Length > PolicyLimits.NameLength ? string.Create(
            CultureInfo.InvariantCulture, $"{what} has {name.Length} characters; {PolicyLimits.NameLength} are the most.")
        : name.Any(char.IsControl) ? $"{what} has a character that can't be shown."
        : null;
}
