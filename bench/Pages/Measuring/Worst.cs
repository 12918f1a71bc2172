namespace MultiLine.Pages.Measuring;

/// <summary>The worst of each figure so far.</summary>
internal sealed class Worst
{
    private readonly Dictionary<string, Figure> _figures = new(StringComparer.Ordinal);

    public void Take(string name, double value, string unit)
    {
        if (!_figures.TryGetValue(name, out var known) || known.Value < value)
        {
            _figures[name] = new Figure(name, value, unit);
        }
    }

    public void Print()
    {
        foreach (var figure in _figures.Values)
        {
            Console.WriteLine(figure);
        }
    }
}
