using System.Diagnostics;
using System.Globalization;
using MultiLine.Archive.Filling;
using MultiLine.Filling;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Storage.Conversations;

namespace MultiLine.Archive.Searching;

/// <summary>How long the first page of a search takes, by kinds of searches.</summary>
internal static class SearchBench
{
    private const int WarmingUp = 5;
    private const int Rounds = 41;

    public static async Task<int> RunAsync(int messages)
    {
        await using var product = await ProductInProcess.StartAsync();
        var words = new MadeWords();
        var talks = new MadeTalks(product.Service<ConversationJournal>(), words);
        await FillAsync(product, talks, messages);
        var search = product.Grains.GetGrain<ISearchGrain>(MadeTalks.Organization);
        var kinds = new SearchKinds(words, talks.Now).All;
        var times = kinds.ToDictionary(kind => kind, _ => new List<double>());
        var found = kinds.ToDictionary(kind => kind, _ => 0);
        // One after the other, so that what else the machine does falls on all.
        for (var round = 0; round < WarmingUp + Rounds; round++)
        {
            foreach (var kind in kinds)
            {
                var request = kind.Request(round);
                var start = Stopwatch.GetTimestamp();
                var page = await search.Search(request);
                var time = Stopwatch.GetElapsedTime(start);
                if (page.Refusal is not null || page.Behind > 0)
                    throw new InvalidOperationException($"'{kind.Name}' could not be looked for: {page.Refusal?.Message ?? "the index is behind"}");
                found[kind] += page.Items.Count;
                if (round >= WarmingUp)
                    times[kind].Add(time.TotalMilliseconds);
            }
        }

        foreach (var kind in kinds)
        {
            if (found[kind] > 0 != kind.Finds)
                throw new InvalidOperationException($"'{kind.Name}' found {found[kind]} messages.");
            times[kind].Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Name}: {Median(times[kind]):F1} ms, the slowest {times[kind][^1]:F1} ms; {found[kind] / (double)(WarmingUp + Rounds):F1} messages on the page"));
        }

        Console.WriteLine(new Figure("search_first_page_ms", times.Values.Max(Median), "ms"));
        return 0;
    }

    /// <summary>As it grows in use: what the conversations write the ledger records and the index takes in a little later.</summary>
    private static async Task FillAsync(ProductInProcess product, MadeTalks talks, int messages)
    {
        Console.Error.WriteLine($"Filling the archive with {messages:N0} messages …");
        var shard = GrainKeys.ArchiveShard(MadeTalks.Organization, 0);
        var (archive, index) = (product.Grains.GetGrain<IArchiveGrain>(shard), product.Grains.GetGrain<ISearchIndexGrain>(shard));
        var watch = Stopwatch.StartNew();
        var (recording, indexing) = (TimeSpan.Zero, TimeSpan.Zero);
        while (talks.Messages < messages)
        {
            await talks.WriteOneEachAsync();
            var written = watch.Elapsed;
            await archive.CatchUp();
            var recorded = watch.Elapsed;
            while (await index.CatchUp() > 0)
            {
            }

            (recording, indexing) = (recording + recorded - written, indexing + watch.Elapsed - recorded);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"That took {seconds:F0} s, of which {recording.TotalSeconds:F0} s for the ledger and {indexing.TotalSeconds:F0} s for the index ({talks.Messages / indexing.TotalSeconds:F0} messages/s), and {product.Bytes / 1e9:F2} GB."));
    }

    private static double Median(List<double> times) => times[times.Count / 2];
}
