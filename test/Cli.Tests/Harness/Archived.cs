using System.Text;
using MultiLine.Domain.Ledger;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;

namespace MultiLine.Cli.Tests.Harness;

/// <summary>Does to a deployment what the archive of a running server does: takes every event into the ledger and signs a head.</summary>
internal static class Archived
{
    private const int EventsAtMost = 10_000;

    public static async Task<SignedTreeHead> ArchiveAsync(this Deployment deployment, string organization, DateTimeOffset now)
    {
        var (log, ledger) = (deployment.Get<IConversationLog>(), deployment.Get<ILedger>());
        var shard = TreeHead.ShardName(organization, 0);
        foreach (var conversation in await log.ListAsync(organization, null, EventsAtMost))
        {
            var head = await ledger.HeadAsync(shard);
            var (sequence, chain) = (head.Sequence, head.ChainHash);
            List<LedgerEntry> entries = [];
            foreach (var row in await log.ReadAsync(conversation, await ledger.PlaceAsync(shard, conversation), EventsAtMost))
            {
                var leaf = LedgerHash.Leaf(conversation, row.Version, row.Schema, now, row.Body);
                chain = LedgerHash.Chain(chain, leaf);
                entries.Add(new LedgerEntry(++sequence, conversation, row.Version, leaf, chain, now));
            }

            if (entries.Count > 0)
                Assert.True(await ledger.AppendAsync(shard, head, entries));
        }

        return await deployment.SignAsync(organization, now);
    }

    public static async Task<string> PublicKeyAsync(this Deployment deployment, TempDeployment temp)
    {
        var path = Path.Combine(temp.Data, "..", "public.pem");
        await File.WriteAllTextAsync(path, (await deployment.Get<ILedgerSigner>().GetAsync()).PublicKey.ToPem(), Encoding.ASCII);
        return path;
    }

    private static async Task<SignedTreeHead> SignAsync(this Deployment deployment, string organization, DateTimeOffset now)
    {
        var (heads, signer) = (deployment.Get<ITreeHeads>(), await deployment.Get<ILedgerSigner>().GetAsync());
        var newest = await heads.NewestAsync(organization);
        var shards = await deployment.Get<ILedgerTrees>().HeadsAsync([TreeHead.ShardName(organization, 0)]);
        var head = signer.Sign(new TreeHead(
            organization, (newest?.Head.Number ?? 0) + 1, now, newest?.Head.Hash() ?? TreeHead.NoHead, signer.PublicKey.Id, shards!));
        Assert.True(await heads.AddAsync(head, signer.PublicKey));
        return head;
    }
}
