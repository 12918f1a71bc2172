using System.Xml;
using System.Xml.Linq;

namespace MultiLine.House.Tests.Results;

/// <param name="Method">The name in the source; the cases of a theory share it.</param>
/// <param name="Case">The full name with its arguments.</param>
/// <param name="Outcome">As in the file: Passed, Failed, NotExecuted.</param>
internal sealed record TestResult(string Method, string Case, string Outcome, string? Message = null, string? StackTrace = null)
{
    public bool Passed => Outcome == "Passed";

    public bool Skipped => Outcome == "NotExecuted";

    public bool Failed => !Passed && !Skipped;
}

/// <summary>What one test project's run left: its results and how its process ended.</summary>
/// <param name="Part">As named on the command line of test.sh, and the actor host: <c>grains.Orleans</c>; or <c>web-components</c>, which has none.</param>
internal sealed record TestRun(string Part, int ExitCode, IReadOnlyList<TestResult> Results)
{
    private const int LastWordsLines = 30;

    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Its file of results is no whole file.</summary>
    public bool Unreadable { get; private init; }

    /// <summary>The process failed although no test did, as when it crashed, hung or could not start; or what became of its tests can't be read.</summary>
    public bool Broke => Unreadable || (ExitCode != 0 && !Results.Any(result => result.Failed));

    /// <summary>What its process said last: where it broke, that is all there is to see.</summary>
    public IReadOnlyList<string> LastWords { get; init; } = [];

    /// <summary>Reads the results of the part from its trx or JUnit file, without which no test was run, and its log.</summary>
    public static TestRun Load(string part, int exitCode, string folder)
    {
        var (trx, junit, log) = (In("trx"), In("junit.xml"), In("log"));
        IReadOnlyList<TestResult>? results;
        try
        {
            results = File.Exists(trx) ? [.. Read(XDocument.Load(trx))] : File.Exists(junit) ? [.. JUnitFile.Read(XDocument.Load(junit))] : [];
        }
        catch (XmlException)
        {
            results = null;
        }

        return new TestRun(part, exitCode, results ?? [])
        {
            Unreadable = results is null,
            LastWords = File.Exists(log) ? [.. File.ReadLines(log).TakeLast(LastWordsLines)] : [],
        };

        string In(string kind) => Path.Combine(folder, $"{part}.{kind}");
    }

    public static IEnumerable<TestResult> Read(XDocument trx)
    {
        var methods = trx.Descendants(Trx + "UnitTest").ToDictionary(
            test => test.Attribute("id")!.Value,
            test => test.Element(Trx + "TestMethod")!.Attribute("name")!.Value);

        return trx.Descendants(Trx + "UnitTestResult").Select(result => new TestResult(
            MethodName(methods[result.Attribute("testId")!.Value]),
            result.Attribute("testName")!.Value,
            result.Attribute("outcome")!.Value,
            result.Descendants(Trx + "Message").FirstOrDefault()?.Value,
            result.Descendants(Trx + "StackTrace").FirstOrDefault()?.Value));
    }

    /// <summary>Some runners put the arguments of a case or the class before or behind the name.</summary>
    private static string MethodName(string name) => name.Split('(')[0].Split('.')[^1];
}
