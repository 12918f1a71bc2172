using MultiLine.Pages.Browsing;

namespace MultiLine.Pages.Measuring;

/// <summary>How long it takes until the first row stands there, at a first visit and at one with a service worker and a cache.</summary>
/// <param name="ColdMs">First visit, median.</param>
/// <param name="WarmMs">Second visit, median.</param>
/// <param name="Shift">The most that anything shifted during one visit.</param>
internal sealed record Loading(double ColdMs, double WarmMs, double Shift)
{
    private const int Rounds = 5;

    public static async Task<Loading> MeasureAsync(Func<Task<Visitor>> open, string path, string selector)
    {
        List<double> cold = [], warm = [], shifts = [];
        for (var round = 0; round < Rounds; round++)
        {
            await using var visitor = await open();
            cold.Add(await visitor.VisitAsync(path, selector));
            await visitor.WorkerAsync();
            await visitor.RestAsync();
            shifts.Add((await visitor.ReadAsync()).Shift);
            warm.Add(await visitor.VisitAsync(path, selector));
            await visitor.RestAsync();
            shifts.Add((await visitor.ReadAsync()).Shift);
        }

        return new Loading(Median(cold), Median(warm), shifts.Max());
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
