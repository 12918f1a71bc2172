namespace MultiLine.Grains.Interfaces.Media;

/// <summary>
/// Follows a shard of the ledger, each minute, and keeps the files that came with its messages, before the provider deletes them.
/// Key: org/shard.
/// </summary>
[Alias("ml.IMediaArchiveGrain")]
public interface IMediaArchiveGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that it follows from now on.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Takes in what the ledger has and looks for files that are due, as much as can be done in a moment.</summary>
    /// <returns>How many records are still to be taken in.</returns>
    [Alias("CatchUp")]
    Task<long> CatchUp();
}
