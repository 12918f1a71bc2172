using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Arrivals;

/// <summary>However what arrives is packed, and however often it comes, the logs, the ledger and the raw inbox are the same.</summary>
public sealed class SameLogTests
{
    public static TheoryData<string> Packings => [.. Packed.Keys];

    private static readonly Dictionary<string, Func<IReadOnlyList<JsonObject>, IEnumerable<byte[]>>> Packed = new(StringComparer.Ordinal)
    {
        ["twice"] = changes => changes.SelectMany(change => Enumerable.Repeat(WebhookBodies.Of(change.DeepClone()), 2)),
        ["all, and all again"] = changes => [.. Once(changes), .. Once(changes)],
        ["in one entry"] = changes => [WebhookBodies.Of([.. changes.Select(change => change.DeepClone())])],
        ["in many entries of one webhook"] = changes => [Merge(Once(changes))],
        ["in pieces"] = changes => WebhookParser.Parse(Merge(Once(changes))).Select(item => item.ToWebhook()),
    };

    [Theory]
    [MemberData(nameof(Packings))]
    public async Task Every_kind_of_item_leads_to_the_same_log_ledger_and_raw_inbox(string packing)
    {
        var at = new DateTimeOffset(2026, 3, 2, 8, 59, 0, TimeSpan.Zero);
        await AssertSame(WebhookSamples.All(at), packing);
    }

    [PayloadsTheory]
    [MemberData(nameof(Packings))]
    public async Task Every_published_example_leads_to_the_same_log_ledger_and_raw_inbox(string packing) =>
        await AssertSame(PublishedWebhooks.Changes(), packing);

    private static async Task AssertSame(IReadOnlyList<JsonObject> changes, string packing)
    {
        var expected = await Outcome(Once(changes));
        Assert.True(expected.Events.Count > changes.Count / 2, "Hardly anything was taken in.");

        var outcome = await Outcome(Packed[packing](changes));

        Assert.Equal("", string.Join('\n', expected.Events.Except(outcome.Events)));
        Assert.Equal("", string.Join('\n', outcome.Events.Except(expected.Events)));
        Assert.Equal(expected.Events, outcome.Events);
        Assert.Equal(expected.Raw, outcome.Raw);
        Assert.Equal(expected.Ledger, outcome.Ledger);
    }

    private static IEnumerable<byte[]> Once(IReadOnlyList<JsonObject> changes) => changes.Select(change => WebhookBodies.Of(change.DeepClone()));

    private static byte[] Merge(IEnumerable<byte[]> bodies)
    {
        var entries = new JsonArray();
        foreach (var entry in bodies.SelectMany(body => JsonNode.Parse(body)!["entry"]!.AsArray()))
        {
            entries.Add(entry!.DeepClone());
        }

        return Encoding.UTF8.GetBytes(new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = entries }.ToJsonString());
    }

    private static async Task<Arrived> Outcome(IEnumerable<byte[]> bodies)
    {
        await using var product = await Product.StartAsync();
        foreach (var body in bodies)
        {
            Assert.True((await product.Take(body)).SignatureValid);
        }

        return await Arrived.In(product);
    }
}
