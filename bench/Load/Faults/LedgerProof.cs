using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Domain.Ledger;

namespace MultiLine.Load.Faults;

/// <summary>Computes chain and tree anew from the leaves, and compares them with what the ledger says and with a head that is signed now.</summary>
internal sealed class LedgerProof(HttpClient officer)
{
    private const string Shard = "bench/0";

    /// <returns>How many hashes, heads and signatures are not what they should be.</returns>
    public async Task<int> FindAsync()
    {
        var newest = Parse(await ReadAsync(await officer.PostAsync(new Uri("archive/heads", UriKind.Relative), content: null)));
        var under = newest.Head.Shards[0];
        var tree = new CompactTree();
        var chain = LedgerHash.ChainStart(Shard);
        var wrong = 0;
        while (tree.Size < under.Size)
        {
            var page = (await officer.GetFromJsonAsync<JsonNode>($"archive?after={tree.Size}&limit=200"))!["entries"]!.AsArray();
            foreach (var entry in page.Take((int)Math.Min(page.Count, under.Size - tree.Size)))
            {
                var leaf = Convert.FromHexString((string)entry!["leaf_hash"]!);
                tree.Append(leaf);
                LedgerHash.Chain(chain, leaf, chain);
                wrong += Convert.ToHexStringLower(chain) == (string)entry["chain_hash"]! ? 0 : 1;
            }
        }

        wrong += ShardHead.Of(tree, chain) == under ? 0 : 1;
        return wrong + await WrongHeadsAsync(newest.Head.Number);
    }

    private async Task<int> WrongHeadsAsync(long newest)
    {
        var keys = (await officer.GetFromJsonAsync<JsonNode>("archive/keys"))!["items"]!.AsArray()
            .Select(key => LedgerPublicKey.FromPem((string)key!["pem"]!)).ToList();
        var wrong = 0;
        TreeHead? before = null;
        while ((before?.Number ?? 0) < newest)
        {
            foreach (var item in (await officer.GetFromJsonAsync<JsonNode>($"archive/heads?after={before?.Number ?? 0}&limit=200"))!["items"]!.AsArray())
            {
                var signed = Parse(item!);
                wrong += signed.Head.FaultAfter(before) is null && keys.Exists(signed.IsSignedBy) ? 0 : 1;
                before = signed.Head;
            }
        }

        return wrong;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;

    private static SignedTreeHead Parse(JsonNode card) =>
        SignedTreeHead.TryParse(Encoding.UTF8.GetBytes((string)card["text"]!), out var head, out var fault) ? head : throw new FormatException(fault);
}
