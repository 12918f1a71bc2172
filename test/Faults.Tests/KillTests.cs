using MultiLine.Load.Faults;
using Xunit.Abstractions;

namespace MultiLine.Faults.Tests;

/// <summary>The whole product as a process, killed under load. <c>./bench.sh faults --kills N</c> does the same for longer.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_under_load_it_loses_nothing_doubles_nothing_and_sends_nothing_twice()
    {
        var report = await FaultDriver.RunAsync(new FaultPlan(Kills: 5, Seed: Environment.TickCount), output.WriteLine);

        output.WriteLine(report.ToString());
        Assert.True(report.AcknowledgedInbound > 50, "Too little was received for the test to mean anything.");
        Assert.True(report.AcknowledgedOutbound > 20, "Too little was sent for the test to mean anything.");
        Assert.Equal(new FaultReport(report.AcknowledgedInbound, report.AcknowledgedOutbound, 0, 0, 0, 0, 0, 0, 0), report);
    }
}
