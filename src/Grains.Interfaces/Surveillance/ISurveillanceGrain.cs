namespace MultiLine.Grains.Interfaces.Surveillance;

/// <summary>
/// Follows a shard of the ledger, each minute and whenever somebody looks: puts into the review queue what compliance officers are to look at, takes
/// in what they decided, and writes the notices of those whom a rule names. Key: org/shard.
/// </summary>
[Alias("ml.ISurveillanceGrain")]
public interface ISurveillanceGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that it follows from now on.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Takes in what the ledger has, as much as can be done in a moment.</summary>
    /// <returns>How many records are still to be taken in.</returns>
    [Alias("CatchUp")]
    Task<long> CatchUp();
}
