namespace MultiLine.Grains.Interfaces.Archive.Search;

/// <summary>Takes a shard of the ledger into the index of the archive's search, each minute and whenever somebody searches. Key: org/shard.</summary>
[Alias("ml.ISearchIndexGrain")]
public interface ISearchIndexGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that it follows from now on.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Takes in what the ledger has, as much as can be done in a moment.</summary>
    /// <returns>How many records are still to be taken in.</returns>
    [Alias("CatchUp")]
    Task<long> CatchUp();
}
