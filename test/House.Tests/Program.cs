using MultiLine.House.Tests.Features;
using MultiLine.House.Tests.Results;

// Called by test.sh after a run: <all|part> <folder of the results> <part>.<host>=<exit code>... web-components=<exit code>
if (args is not ["all" or "part", var folder, .. var endings])
    throw new ArgumentException("Expected: <all|part> <folder> <part>.<host>=<exit code>...", nameof(args));

var runs = endings.Select(ending => ending.Split('=')).Select(ending => (Part: ending[0], ExitCode: int.Parse(ending[1], provider: null)));
var report = new Report(
    [.. runs.Select(run => TestRun.Load(run.Part, run.ExitCode, folder))],
    args[0] == "all" ? [.. FeatureTable.Load().Select(feature => feature.ShownOn(runs.Select(run => run.Part.Split('.')[^1])))] : []);

foreach (var line in report.Lines())
    Console.WriteLine(line);
return report.Succeeded ? 0 : 1;
