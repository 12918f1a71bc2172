namespace MultiLine.Hosting.Start;

/// <summary>Something that has to be right before a server starts.</summary>
public interface IStartCheck
{
    /// <returns>What is wrong and what to do, for whoever starts the server; null if nothing is.</returns>
    Task<string?> ProblemAsync(CancellationToken cancellationToken);
}
