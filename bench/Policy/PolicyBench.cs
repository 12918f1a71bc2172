using MultiLine.Policy.Corpus;
using MultiLine.Policy.Measuring;

namespace MultiLine.Policy;

/// <summary>How long the policy engine looks into a message, into one that is twice as long, and into what was made to keep it busy.</summary>
internal static class PolicyBench
{
    private const int MessageLength = 200;
    private const int Messages = 2000;
    private const int LongestMessage = 4 * 1024;
    private const int Long = 32 * 1024;
    private const double WorstAllowed = 1000;

    /// <param name="seconds">For how long each figure is measured, after as long a warming up.</param>
    public static int Run(int seconds)
    {
        var (everything, detectors, watch) = (Engine.Everything(), Engine.DetectorsAlone(), new Watch(TimeSpan.FromSeconds(seconds)));
        var messages = BusinessMessages.Make(Messages, MessageLength);
        var (alone, _) = watch.Measure(detectors, messages);
        var (message, hits) = watch.Measure(everything, messages);
        var clean = messages.Where(m => everything.Look(m) == 0).ToArray();
        var (twice, _) = watch.Measure(everything, BusinessMessages.Make(Messages, MessageLength * 2));
        Console.WriteLine($"{Messages} messages of {MessageLength} characters have {hits} hits. Looking into the {clean.Length} without allocates {Watch.AllocatedBytes(everything, clean)} bytes.");
        var (first, later, timesOfRuntime) = FirstTexts.Measure();
        var ofDetectors = WorstTexts.Measure(detectors, "detectors", Long);
        var ofMessages = WorstTexts.Measure(everything, "everything", LongestMessage * 2);
        var ofLong = WorstTexts.Measure(everything, "everything, long", Long);
        var worst = new[] { later, ofDetectors.PerKilobyte, ofMessages.PerKilobyte, ofLong.PerKilobyte }.Max();
        foreach (var figure in (Figure[])
        [
            new("policy_us_per_message", message, "us"), new("policy_us_per_double_message", twice, "us"), new("policy_detectors_us_per_message", alone, "us"),
            new("policy_worst_us_per_kb", worst, "us"), new("policy_worst_growth", ofMessages.Growth, "ratio"),
            new("policy_long_worst_growth", ofLong.Growth, "ratio"), new("policy_detectors_worst_growth", ofDetectors.Growth, "ratio"),
            new("policy_first_hostile_us_per_kb", first, "us"), new("policy_first_hostile_runtime_ratio", timesOfRuntime, "ratio"),
        ])
        {
            Console.WriteLine(figure);
        }

        return Math.Max(worst, first) <= WorstAllowed ? 0 : 1;
    }
}
