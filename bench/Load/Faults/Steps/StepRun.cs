using System.Diagnostics;
using System.Globalization;
using MultiLine.Load.Running;

namespace MultiLine.Load.Faults.Steps;

/// <summary>One step: the kill, the restart, and what came of it.</summary>
internal sealed class StepRun(StepWorld world, KillStep step, TimeSpan timeout, TimeSpan betweenLooks)
{
    private readonly ProductServers _product = world.Deployment.Product;
    private readonly string _note = Path.Combine(world.Deployment.ProductData, "killed");

    /// <summary>Where it was killed; null where it was not.</summary>
    public string? Killed { get; private set; }

    /// <returns>What did not come of it as it had to; null if everything did.</returns>
    public async Task<string?> GoAsync()
    {
        var story = step.Story(world);
        await story.PrepareAsync();
        // Reading the archive makes it catch up: what is still open would reach the moment before the story does.
        (await world.Officer.GetAsync(new Uri("archive?limit=1", UriKind.Relative))).EnsureSuccessStatusCode();
        await _product.KillAllAsync();
        File.Delete(_note);
        await _product.StartAsync(Armed(step.At, story));
        if (step.ProviderFault is { } kind)
        {
            await world.AskForFaultAsync(kind);
        }

        var act = story.ActAsync();
        Killed = await KillAsync(story, act);
        await _product.KillAllAsync();
        await _product.StartAsync(Unarmed());
        await act;
        return Killed is null ? "the step was not reached" : await FaultAsync(story);
    }

    /// <returns>Where it was killed, null if it never came there.</returns>
    private async Task<string?> KillAsync(Story story, Task act)
    {
        if (!await IsKilledAsync(story, act, fromOutside: step.Holds))
        {
            return null;
        }

        var killed = $"killed {(step.Holds ? "from outside, standing " : "")}{await File.ReadAllTextAsync(_note)}";
        if (step.AndAgainAt is not { } again)
        {
            return killed;
        }

        File.Delete(_note);
        var fromOutside = again == KillStep.WhenTheStorySaysSo;
        await _product.StartAsync(fromOutside ? Unarmed() : Armed(again, story), mayDie: true);
        if (!await IsKilledAsync(story, act, fromOutside))
        {
            return null;
        }

        return fromOutside ? $"{killed}, and once more while it waited" : $"{killed}, and once more {await File.ReadAllTextAsync(_note)}";
    }

    /// <summary>Waits until it has died where it had to, or kills it when the story says so. False if that never comes.</summary>
    private async Task<bool> IsKilledAsync(Story story, Task act, bool fromOutside)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < timeout)
        {
            var hasEnded = _product.HasEnded;
            if (hasEnded || (fromOutside && await IsDueAsync(story, act)))
            {
                await _product.KillAllAsync();
                return !hasEnded || File.Exists(_note);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        return false;
    }

    private async Task<bool> IsDueAsync(Story story, Task act) =>
        (File.Exists(_note) || !step.Holds) && await story.IsDueAsync(acknowledged: act.IsCompletedSuccessfully);

    private async Task<string?> FaultAsync(Story story)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var fault = await story.FindFaultAsync();
            if (fault is null || since.Elapsed > FaultDriver.RestTimeout)
            {
                return fault;
            }

            await Task.Delay(betweenLooks, TimeProvider.System);
        }
    }

    private Dictionary<string, string> Armed(string at, Story story)
    {
        var environment = Unarmed();
        environment["DOTNET_STARTUP_HOOKS"] = Built.Program("StepKill");
        environment["MULTILINE_KILL_AT"] = string.Format(CultureInfo.InvariantCulture, at, story.Conversation);
        environment["MULTILINE_KILL_COUNT"] = step.Count.ToString(CultureInfo.InvariantCulture);
        environment["MULTILINE_KILL_HOLDS"] = step.Holds ? "true" : "false";
        environment["MULTILINE_KILL_NOTE"] = _note;
        return environment;
    }

    private Dictionary<string, string> Unarmed()
    {
        var environment = new Dictionary<string, string>(step.Settings, StringComparer.Ordinal);
        if (step.KeepsFilesAtOnce)
        {
            environment["DOTNET_STARTUP_HOOKS"] = Built.Program("StepKill");
            environment["MULTILINE_KILL_NOTE"] = _note;
            environment["MULTILINE_KILL_HASTEN"] = $"{Bank.Organization}/0";
        }

        return environment;
    }
}
