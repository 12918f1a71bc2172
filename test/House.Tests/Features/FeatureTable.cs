using System.Text.RegularExpressions;

namespace MultiLine.House.Tests.Features;

/// <summary>A row of docs/features.md.</summary>
/// <param name="Text">What the product is to do, in a sentence.</param>
/// <param name="State"><c>done</c> or <c>not yet</c>.</param>
/// <param name="Tests">The names of the tests that show it.</param>
internal sealed record Feature(string Text, string State, IReadOnlyList<string> Tests)
{
    public bool Done => State == "done";

    /// <summary>Without the tests that need an Orleans cluster, where none of these hosts is Orleans.</summary>
    public Feature ShownOn(IEnumerable<string> hosts) =>
        hosts.Contains("Orleans") ? this : this with { Tests = [.. Tests.Except(TestSources.NeedOrleans)] };
}

/// <summary>Reads docs/features.md: tables of feature, state and the tests in backticks.</summary>
internal static partial class FeatureTable
{
    public const string File = "docs/features.md";

    public static IReadOnlyList<Feature> Load() => Parse(Repository.Read(File));

    public static IReadOnlyList<Feature> Parse(string markdown) =>
        [.. markdown.Split('\n').Select(line => Row().Match(line)).Where(row => row.Success).Select(ToFeature).Where(feature => feature.State != "state")];

    private static Feature ToFeature(Match row) => new(
        row.Groups["text"].Value.Trim(),
        row.Groups["state"].Value.Trim(),
        [.. Quoted().Matches(row.Groups["tests"].Value).Select(name => name.Groups["name"].Value)]);

    [GeneratedRegex(@"^\|(?!\s*-)(?<text>[^|]*)\|(?<state>[^|]*)\|(?<tests>[^|]*)\|\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
