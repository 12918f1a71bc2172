using MultiLine.House.Tests.Features;

namespace MultiLine.House.Tests.Results;

/// <summary>What test.sh says at the end of a run.</summary>
/// <param name="Features">Whose tests must have run; empty where only a part ran.</param>
internal sealed record Report(IReadOnlyList<TestRun> Runs, IReadOnlyList<Feature> Features)
{
    private IEnumerable<TestResult> Results => Runs.SelectMany(run => run.Results);

    private IEnumerable<TestRun> Broken => Runs.Where(run => run.Broke);

    private Conformance Conformance => new(Runs);

    private int Passed => Results.Count(result => result.Passed);

    private int Failed => Results.Count(result => result.Failed) + Broken.Count() + Unshown.Count + Conformance.Differences.Count;

    private int Skipped => Results.Count(result => result.Skipped);

    /// <summary>Done by the table, but a test that is to show it did not run or not to its end.</summary>
    private IReadOnlyList<(Feature Feature, string Test)> Unshown =>
        [.. from feature in Features from test in feature.Done ? feature.Tests : [] where !Shows(test) select (feature, test)];

    /// <summary>Whether the run as a whole succeeded. A run without any test did not.</summary>
    public bool Succeeded => Failed == 0 && Passed > 0;

    public IEnumerable<string> Lines() =>
    [
        .. Results.Where(result => result.Skipped).Select(result => $"SKIPPED {result.Case}: {result.Message}"),
        .. Results.Where(result => result.Failed).Select(result => $"FAILED {result.Case}\n{Indented(result.Message)}\n{Indented(OurLines(result.StackTrace))}"),
        .. Broken.Select(run =>
            $"FAILED {run.Part}: {(run.Unreadable ? "its results can't be read" : $"its process ended with {run.ExitCode} and no failed test")}; artifacts/results/{run.Part}.log ends with\n"
            + Indented(string.Join('\n', run.LastWords))),
        .. Unshown.Select(row => $"FAILED {FeatureTable.File}: '{row.Feature.Text}' is marked done, but {row.Test} is missing, skipped or failed"),
        .. Conformance.Differences.Select(difference => $"FAILED conformance: {difference}"),
        .. Conformance.Summary is { } same ? new[] { same } : [],
        $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : ""),
    ];

    private bool Shows(string test)
    {
        var cases = Results.Where(result => result.Method == test).ToList();
        return cases.Count > 0 && cases.All(result => result.Passed || LacksBrowser(result));
    }

    /// <summary>A machine on which no browser can be installed shows the rest.</summary>
    private static bool LacksBrowser(TestResult result) =>
        result.Skipped && result.Message is { } why
        && (why.StartsWith("Needs Chromium", StringComparison.Ordinal) || why.StartsWith("Needs WebKit", StringComparison.Ordinal));

    /// <summary>Those of the trace that lie in our own sources.</summary>
    private static string OurLines(string? trace) =>
        string.Join('\n', (trace ?? "").Split('\n').Where(line => line.Contains(":line ", StringComparison.Ordinal)).Select(line => line.Trim()));

    private static string Indented(string? text) => string.Join('\n', (text ?? "").Split('\n').Select(line => $"    {line.TrimEnd()}"));
}
