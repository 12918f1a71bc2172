namespace MultiLine.Load.Faults;

/// <summary>Runs the fault driver and prints what it found.</summary>
internal static class FaultBench
{
    public static async Task<int> RunAsync(int kills, int seed)
    {
        Console.WriteLine($"seed {seed}");
        var report = await FaultDriver.RunAsync(new FaultPlan(kills, seed), Console.WriteLine);
        Print(report);
        return report.IsClean ? 0 : 1;
    }

    /// <summary>What must be 0, in one line.</summary>
    public static string Figures(FaultReport report) =>
        $"lost {report.Lost}, doubled {report.Doubled}, resent {report.Resent}, gaps {report.Gaps}, lowered {report.Lowered}, "
        + $"unresolved {report.Unresolved}, unproved {report.Unproved}";

    public static void Print(FaultReport report)
    {
        Console.WriteLine($"acknowledged_inbound {report.AcknowledgedInbound} messages");
        Console.WriteLine($"acknowledged_outbound {report.AcknowledgedOutbound} messages");
        Console.WriteLine($"lost {report.Lost} messages");
        Console.WriteLine($"doubled {report.Doubled} messages");
        Console.WriteLine($"resent {report.Resent} messages");
        Console.WriteLine($"gaps {report.Gaps} places");
        Console.WriteLine($"lowered {report.Lowered} statuses");
        Console.WriteLine($"unresolved {report.Unresolved} attempts");
        Console.WriteLine($"unproved {report.Unproved} hashes");
    }
}
