namespace MultiLine.Connectors;

/// <summary>Waits that grow by a factor with each refusal, up to the longest.</summary>
public sealed record Backoff(TimeSpan First, double Factor, TimeSpan Longest)
{
    public TimeSpan After(int earlierTries) =>
        TimeSpan.FromSeconds(Math.Min(First.TotalSeconds * Math.Pow(Factor, earlierTries), Longest.TotalSeconds));
}
