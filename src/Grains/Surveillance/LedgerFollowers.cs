using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Surveillance;

/// <summary>Has everything that was recorded until now come into the review queue and to the notices, for whoever looks at them.</summary>
internal static class LedgerFollowers
{
    /// <returns>How many records are still to be looked through.</returns>
    public static async Task<long> CatchUpSurveillance(this IGrainFactory grains, string organization, ArchiveShards shards)
    {
        var behind = 0L;
        for (var shard = 0; shard < shards.Count; shard++)
        {
            var key = GrainKeys.ArchiveShard(organization, shard);
            await grains.GetGrain<IArchiveGrain>(key).CatchUp();
            behind += await grains.GetGrain<ISurveillanceGrain>(key).CatchUp();
        }

        return behind;
    }
}
