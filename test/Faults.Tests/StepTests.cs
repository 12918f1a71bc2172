using MultiLine.Load.Faults.Steps;
using Xunit.Abstractions;

namespace MultiLine.Faults.Tests;

/// <summary>The whole product as a process, killed at certain moments. <c>./bench.sh faults --steps</c> does it between every two of its steps.</summary>
public sealed class StepTests(ITestOutputHelper output)
{
    private const int ShortSteps = 6;

    [Fact]
    public async Task Killed_between_its_steps_it_loses_nothing_doubles_nothing_and_sends_nothing_twice()
    {
        var report = await StepDriver.RunAsync(isShort: true, output.WriteLine);

        Assert.Empty(report.Faults);
        Assert.Equal(ShortSteps, report.Reached);
        Assert.True(report.Proof.IsClean, report.Proof.ToString());
        Assert.True(report.Proof.AcknowledgedInbound >= 4, "Too little was received for the test to mean anything.");
        Assert.True(report.Proof.AcknowledgedOutbound >= 2, "Too little was sent for the test to mean anything.");
    }
}
