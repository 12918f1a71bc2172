using MultiLine.Load.Running;

namespace MultiLine.Load.Faults.Steps;

/// <summary>
/// Kills the product between every two of its steps, each time while a story goes on: the product is started with a hook that names the moment,
/// dies there, is started without it, and whoever was not answered repeats.
/// </summary>
public static class StepDriver
{
    private static readonly TimeSpan KillTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    private static Dictionary<string, string> Settings { get; } = new(FaultDriver.Settings, StringComparer.Ordinal)
    {
        ["WhatsApp__Timeout"] = "00:00:02",
        ["Conversation__OutcomeTimeout"] = "00:00:03",
        // All statuses come soon, so that all has come to rest soon.
        ["Simulator__Statuses__SentAfter"] = "00:00:00.010",
        ["Simulator__Statuses__DeliveredAfter"] = "00:00:00.010",
        ["Simulator__Statuses__ReadAfter"] = "00:00:00.010",
        ["Simulator__Webhooks__LongestRetry"] = "00:00:00.500",
    };

    /// <param name="isShort">Only the steps that have to be seen each time.</param>
    /// <param name="say">Hears what came of each step.</param>
    public static async Task<StepReport> RunAsync(bool isShort, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        using var deployment = await Deployment.StartAsync(Settings);
        using var world = await StepWorld.OpenAsync(deployment);
        var proof = new Proof(world.Officer, world.Phones, world.Acknowledged);
        var report = new FaultReport(0, 0, 0, 0, 0, 0, 0, 0, 0);
        List<string> faults = [];
        var reached = 0;
        foreach (var step in KillSteps.All.Where(step => step.IsShort || !isShort))
        {
            var run = new StepRun(world, step, KillTimeout, BetweenLooks);
            var fault = await run.GoAsync();
            reached += run.Killed is null ? 0 : 1;
            report = await proof.FindAsync(world.Contacts, BetweenLooks, FaultDriver.RestTimeout);
            say($"{step.Name}: {run.Killed ?? "not killed"}; {fault ?? "came back as it had to"}; {FaultBench.Figures(report)}");
            if (fault is not null)
            {
                faults.Add($"{step.Name}: {fault}");
            }
        }

        return new StepReport(report, reached, faults);
    }
}
