using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;
using MultiLine.Domain.Ledger;

namespace MultiLine.Api.Tests.Archive;

public sealed class ProofTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task A_record_is_proved_with_nothing_but_answers_of_the_api()
    {
        var contact = await ContactWhoWrote();
        var cora = await As(Cast.Compliance);
        var card = (await cora.Post("/api/v1/archive/heads", new { })).Is(HttpStatusCode.OK).Json;
        Assert.True(SignedTreeHead.TryParse(Encoding.UTF8.GetBytes((string)card["text"]!), out var head, out var fault), fault);
        var keys = (await cora.Get("/api/v1/archive/keys")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Contains(keys, key => head.IsSignedBy(LedgerPublicKey.FromPem((string)key!["pem"]!)));

        var proof = (await cora.Get(
            $"/api/v1/archive/proofs/record?conversation=northwind/sales/{contact.Id}&version=1&head={head.Head.Number}")).Is(HttpStatusCode.OK).Json;

        var under = head.Head.Shards[(int)proof["shard"]!];
        Assert.True(MerkleVerification.Includes(
            Convert.FromHexString((string)proof["record"]!["leaf_hash"]!),
            (long)proof["record"]!["sequence"]! - 1,
            under.Size,
            Convert.FromHexString(under.Root),
            Hashes(proof)));
        Assert.Equal((string?)card["text"], (string?)(await cora.Get($"/api/v1/archive/heads/{head.Head.Number}")).Is(HttpStatusCode.OK).Json["text"]);
        var page = (await cora.Get($"/api/v1/archive/heads?after={head.Head.Number - 1}")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal((string?)card["hash"], (string?)page[0]!["hash"]);
    }

    [Fact]
    public async Task Heads_are_proved_to_go_on_from_each_other()
    {
        await ContactWhoWrote();
        var cora = await As(Cast.Compliance);
        var before = (long)(await cora.Post("/api/v1/archive/heads", new { })).Json["number"]!;
        await ContactWhoWrote();
        var head = (long)(await cora.Post("/api/v1/archive/heads", new { })).Json["number"]!;
        Assert.True(head > before);

        var proof = (await cora.Get($"/api/v1/archive/proofs/consistency?before={before}&head={head}")).Is(HttpStatusCode.OK).Json;

        Assert.All(proof["shards"]!.AsArray(), shard => Assert.True(MerkleVerification.GoesOn(
            (long)shard!["size_before"]!,
            Convert.FromHexString((string)shard["root_before"]!),
            (long)shard["size"]!,
            Convert.FromHexString((string)shard["root"]!),
            Hashes(shard))));
        (await cora.Get($"/api/v1/archive/proofs/consistency?before={head}&head={before}")).IsProblem(400, "invalid_request");
        (await cora.Get($"/api/v1/archive/proofs/consistency?before={before}&head=99999")).IsProblem(404, "not_found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?conversation=northwind/sales/x")]
    [InlineData("?shard=0&version=1")]
    [InlineData("?conversation=northwind&version=1")]
    [InlineData("?shard=64&sequence=1")]
    public async Task A_record_that_is_not_named_clearly_is_refused(string query) =>
        (await (await As(Cast.Compliance)).Get($"/api/v1/archive/proofs/record{query}")).IsProblem(400, "invalid_request");

    [Fact]
    public async Task What_is_not_there_is_not_found_and_other_organisations_records_are_not_there()
    {
        var cora = await As(Cast.Compliance);

        (await cora.Get("/api/v1/archive/heads/99999")).IsProblem(404, "not_found");
        (await cora.Get("/api/v1/archive/proofs/record?shard=0&sequence=999999")).IsProblem(404, "not_found");
        (await cora.Get("/api/v1/archive/proofs/record?conversation=elsewhere/sales/x&version=1")).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task Logs_and_ledger_are_compared_on_request_and_the_report_is_kept()
    {
        await ContactWhoWrote();
        var cora = await As(Cast.Compliance);

        var report = (await cora.Post("/api/v1/archive/reconciliations", new { })).Is(HttpStatusCode.OK).Json;

        Assert.Equal((0, 0), ((int)report["missing"]!, (int)report["doubled"]!));
        Assert.True((int)report["events"]! > 0);
        var kept = (await cora.Get("/api/v1/archive/reconciliations?limit=1")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.True((long)kept[0]!["number"]! >= (long)report["number"]!);
        Assert.Empty((await cora.Get("/api/v1/archive/anchors")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
    }

    private static List<byte[]> Hashes(JsonNode proof) => [.. proof["hashes"]!.AsArray().Select(hash => Convert.FromHexString((string)hash!))];
}
