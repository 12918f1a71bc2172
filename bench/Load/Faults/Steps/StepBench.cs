namespace MultiLine.Load.Faults.Steps;

/// <summary>Runs through the steps and prints what came of each.</summary>
internal static class StepBench
{
    public static async Task<int> RunAsync()
    {
        var report = await StepDriver.RunAsync(isShort: false, Console.WriteLine);
        foreach (var fault in report.Faults)
        {
            Console.WriteLine($"not as it had to: {fault}");
        }

        Console.WriteLine($"killed_at {report.Reached} steps");
        FaultBench.Print(report.Proof);
        return report is { Faults: [], Proof.IsClean: true } ? 0 : 1;
    }
}
