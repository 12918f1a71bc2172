using System.Globalization;

namespace MultiLine.Domain.Templates;

/// <summary>The names of the opt-in request's templates: a new one for each version of its words.</summary>
public static class OptInName
{
    public const string Prefix = "opt_in_request_";

    public static string Of(int version) => Prefix + version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which version of the opt-in request a template of this name is; null if it is something else.</summary>
    public static int? Version(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null;
    }
}
