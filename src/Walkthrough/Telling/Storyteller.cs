using System.Globalization;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Story;

namespace MultiLine.Walkthrough.Telling;

/// <summary>Plays the steps in order, and between them kills the product where that is wanted. Stops at the first step that differs.</summary>
internal sealed class Storyteller(Stage stage, WalkthroughOptions options)
{
    public async Task<bool> TellAsync(IReadOnlyList<Step> steps)
    {
        if (options.KillAfter is { } wanted && !steps.Index().Any(step => KillsAfter(step.Index + 1, step.Item)))
        {
            Narrator.Fail($"There is no step '{wanted}'.");
            return false;
        }

        foreach (var (index, step) in steps.Index())
        {
            Narrator.Begin(index + 1, step);
            try
            {
                await step.PlayAsync(stage);
                if (KillsAfter(index + 1, step))
                    await KillAsync();
            }
            catch (Exception different) when (different is DiffersException or HttpRequestException or TaskCanceledException)
            {
                Narrator.Fail($"Step {index + 1} ({step.Name}) differs: {different.Message}");
                return false;
            }
        }

        Narrator.End(steps.Count);
        return true;
    }

    private bool KillsAfter(int number, Step step) =>
        options.KillAfter is { } wanted && (wanted == "every" || wanted == step.Name || wanted == number.ToString(CultureInfo.InvariantCulture));

    private async Task KillAsync()
    {
        var took = await new ProductProcesses(options.PidFiles, stage.User, stage.Patience).KillAsync();
        Narrator.Say($"killed with SIGKILL; ready again after {took.TotalSeconds:0.0} s");
        await stage.Acknowledged.AllStillThereAsync();
    }
}
