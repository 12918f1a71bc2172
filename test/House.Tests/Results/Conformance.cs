namespace MultiLine.House.Tests.Results;

/// <summary>
/// The conformance suite where it ran on both actor hosts: whatever does not lie in the room of the embedded host must have run and passed
/// on each, under the same names. Where it ran on one host only there is nothing to compare.
/// </summary>
internal sealed record Conformance
{
    private const string Part = "embedded.";

    /// <summary>Tests of what only the embedded host promises.</summary>
    private const string Own = "MultiLine.Embedded.Tests.Own.";

    private readonly (string Host, IReadOnlyList<TestResult> Suite)[] _hosts;

    private readonly string[] _names;

    public Conformance(IEnumerable<TestRun> runs)
    {
        _hosts = [.. from run in runs where run.Part.StartsWith(Part, StringComparison.Ordinal) select (run.Part[Part.Length..], SuiteOf(run))];
        _names = [.. _hosts.SelectMany(host => host.Suite).Select(result => result.Case).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What is missing or skipped on a host. What failed on one is told as a failed test.</summary>
    public IReadOnlyList<string> Differences => _hosts.Length < 2
        ? []
        : [.. from name in _names from host in _hosts let fault = FaultOf(name, host.Suite) where fault is not null select $"{name} {fault} on {host.Host}"];

    /// <summary>How many tests each host has passed; null where they differ, failed or ran on one host only.</summary>
    public string? Summary => _hosts.Length > 1 && _names.Length > 0 && Differences.Count == 0 && _hosts.All(host => host.Suite.All(result => result.Passed))
        ? $"conformance: {_names.Length} tests {string.Join(" and ", _hosts.Select(host => $"on {host.Host}"))}, the same"
        : null;

    private static IReadOnlyList<TestResult> SuiteOf(TestRun run) =>
        [.. run.Results.Where(result => !result.Case.StartsWith(Own, StringComparison.Ordinal))];

    private static string? FaultOf(string name, IReadOnlyList<TestResult> suite)
    {
        var results = suite.Where(result => result.Case == name).ToList();
        return results.Count == 0 ? "is missing" : results.Exists(result => result.Skipped) ? "was skipped" : null;
    }
}
