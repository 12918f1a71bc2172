using System.Text.RegularExpressions;

namespace MultiLine.House.Tests;

/// <param name="File">Relative to the root.</param>
/// <param name="Skipped">Its attribute says that it is not to run.</param>
internal sealed record TestMethod(string Name, string File, bool Skipped);

/// <summary>The tests that the sources of all test projects declare, and those that stand beside what they test in <c>src/Web</c>.</summary>
internal static partial class TestSources
{
    public static IReadOnlyList<TestMethod> Methods { get; } =
    [
        .. Repository.Files("*.cs", "test").SelectMany(MethodsOf),
        .. Repository.Files("*.test.ts*", "src").SelectMany(file => ComponentTests(file, Repository.Read(file))),
    ];

    /// <summary>Those that the embedded host does not have, or skips.</summary>
    public static IEnumerable<string> NeedOrleans => Methods
        .Where(method => method.File.EndsWith(".Orleans.cs", StringComparison.Ordinal) || method.File.StartsWith("test/Cluster.Tests/", StringComparison.Ordinal))
        .Select(method => method.Name);

    /// <summary>Those that a file of vitest names with a plain text.</summary>
    public static IEnumerable<TestMethod> ComponentTests(string file, string source) => ComponentTest().Matches(source)
        .Select(test => new TestMethod(test.Groups["name"].Value, file, test.Groups["how"].Value is ".skip" or ".todo"));

    private static IEnumerable<TestMethod> MethodsOf(string file)
    {
        string? attribute = null;
        foreach (var line in File.ReadLines(Repository.PathOf(file)))
        {
            if (TestAttribute().IsMatch(line))
            {
                attribute = line;
            }
            else if (attribute is not null && PublicMethod().Match(line) is { Success: true } method)
            {
                yield return new TestMethod(method.Groups["name"].Value, file, attribute.Contains("Skip =", StringComparison.Ordinal));
                attribute = null;
            }
        }
    }

    [GeneratedRegex(@"^\s*\[\w*(Fact|Theory)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"^\s*public\s.*?\b(?<name>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex PublicMethod();

    [GeneratedRegex(@"^\s*(it|test)(?<how>\.\w+)?\(\s*(?<quote>['""`])(?<name>.*?)\k<quote>", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ComponentTest();
}
