using System.Diagnostics;
using System.Globalization;
using MultiLine.Archive.Filling;
using MultiLine.Filling;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;

namespace MultiLine.Archive;

/// <summary>
/// How many events a second one shard of the ledger takes, with all that the archive does for them from the marks of the conversations to the signed head.
/// </summary>
internal static class LedgerBench
{
    /// <summary>How many messages each conversation writes before the archive comes.</summary>
    private const int MessagesAtOnce = 10;

    public static async Task<int> RunAsync(int records)
    {
        await using var product = await ProductInProcess.StartAsync();
        var talks = new MadeTalks(product.Service<ConversationJournal>(), new MadeWords());
        var (ledger, heads) = (product.Service<ILedger>(), product.Grains.GetGrain<ITreeHeadGrain>(MadeTalks.Organization));
        var shard = Follower.Archive(MadeTalks.Key(0), shards: 1).Key;
        Console.Error.WriteLine($"Recording {records:N0} events …");
        var (time, processor, recorded) = (TimeSpan.Zero, TimeSpan.Zero, 0L);
        for (var round = 0; recorded < records; round++)
        {
            for (var i = 0; i < MessagesAtOnce; i++)
                await talks.WriteOneEachAsync();
            var (before, used, start) = ((await ledger.HeadAsync(shard)).Sequence, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var head = await heads.Sign();
            var took = Stopwatch.GetElapsedTime(start);
            var after = (await ledger.HeadAsync(shard)).Sequence;
            if (head.Shards[0].Size != after)
                throw new InvalidOperationException($"The head is signed over {head.Shards[0].Size} records, where the ledger grew from {before} to {after}.");
            // The first round is for warming up. In some the archive's own minute falls: it has recorded a part of the round before the clock ran.
            if (round > 0 && after - before >= MessagesAtOnce * MadeTalks.Conversations)
                (time, processor, recorded) = (time + took, processor + Environment.CpuUsage.TotalTime - used, recorded + after - before);
        }

        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{recorded} records took {time.TotalSeconds:F1} s, and {processor.TotalSeconds:F1} s of the processors."));
        Console.WriteLine(new Figure("ledger_records_per_s", recorded / time.TotalSeconds, "records/s"));
        Console.WriteLine(new Figure("ledger_records_per_processor_s", recorded / processor.TotalSeconds, "records/s"));
        return 0;
    }
}
