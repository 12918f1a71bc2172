using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MultiLine.House.Tests.Results;

/// <summary>
/// Results of tests that are not .NET's, as <see href="https://vitest.dev/guide/reporters#junit-reporter">vitest</see> writes them: a name is
/// made of the groups that a test is in and its own, as in the source.
/// </summary>
internal static partial class JUnitFile
{
    private const string Within = " > ";

    public static IEnumerable<TestResult> Read(XDocument junit) => junit.Descendants("testcase").Select(Read);

    private static TestResult Read(XElement test)
    {
        var name = test.Attribute("name")!.Value;
        var fault = test.Element("failure") ?? test.Element("error");
        return new TestResult(
            name.Split(Within)[^1],
            test.Attribute("classname") is { } file ? file.Value + Within + name : name,
            fault is not null ? "Failed" : test.Element("skipped") is not null ? "NotExecuted" : "Passed",
            fault?.Attribute("message")?.Value ?? fault?.Value.Trim() ?? test.Element("skipped")?.Attribute("message")?.Value,
            fault is null ? null : Trace(fault.Value));
    }

    /// <summary>In the words of .NET's traces.</summary>
    private static string Trace(string text) =>
        string.Join('\n', Frame().Matches(text).Select(frame => $"at {frame.Groups["place"].Value}:line {frame.Groups["line"].Value}"));

    [GeneratedRegex(@"^\s*❯ (?<place>.+):(?<line>\d+):\d+\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Frame();
}
