namespace MultiLine.Load;

internal static class Quantiles
{
    /// <summary>The value below which this part of all lies.</summary>
    public static double At(this IEnumerable<double> values, double quantile)
    {
        List<double> sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling((sorted.Count - 1) * quantile)];
    }
}
