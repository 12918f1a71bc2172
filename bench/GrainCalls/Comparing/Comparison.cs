namespace MultiLine.GrainCalls.Comparing;

/// <summary>
/// Rounds of the embedded host and of Orleans in turn, so that what else the machine does falls on both. A figure is the median of the rounds;
/// a ratio is the median of the ratios within the rounds.
/// </summary>
internal static class Comparison
{
    private static readonly (string Figure, string Ratio)[] s_figures =
    [
        (Figure.Calls, "ratio_to_orleans"),
        (Figure.CopiedCalls, "copied_ratio_to_orleans"),
        (Figure.KeyedCalls, "keyed_ratio_to_orleans"),
        (Figure.GrainToGrainCalls, "grain_to_grain_ratio_to_orleans"),
    ];

    /// <param name="orleans">This program built for Orleans; null where that can't be had.</param>
    public static async Task<int> RunAsync(string? orleans, int rounds, int seconds)
    {
        List<IReadOnlyDictionary<string, double>> ours = [], theirs = [];
        for (var round = 1; round <= rounds; round++)
        {
            ours.Add(await RoundAsync($"round {round}, Embedded", typeof(Comparison).Assembly.Location, seconds));
            if (orleans is not null)
            {
                theirs.Add(await RoundAsync($"round {round}, Orleans", orleans, seconds));
            }
        }

        foreach (var (figure, ratio) in s_figures)
        {
            new Figure(figure, Median(ours.Select(round => round[figure])), "1/s").Print();
            if (orleans is not null)
            {
                new Figure($"orleans_{figure}", Median(theirs.Select(round => round[figure])), "1/s").Print();
                new Figure(ratio, Median(ours.Zip(theirs, (our, their) => our[figure] / their[figure])), "times").Print();
            }
        }

        return 0;
    }

    private static async Task<IReadOnlyDictionary<string, double>> RoundAsync(string title, string program, int seconds)
    {
        var round = await RoundProcess.RunAsync(program, seconds);
        Console.WriteLine($"{title}: {string.Join(", ", round.Select(figure => FormattableString.Invariant($"{figure.Key} {figure.Value:0}")))}");
        return round;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
