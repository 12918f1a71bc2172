using System.Text.Json.Nodes;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Arrivals;

/// <summary>What became of webhooks, without ids and times of ours.</summary>
/// <param name="Events">Of every conversation, and every contact as it is known then.</param>
/// <param name="Ledger">How many events of each conversation the ledger has, in order and without a gap.</param>
/// <param name="Raw">What was kept raw, and why.</param>
internal sealed record Arrived(IReadOnlyList<string> Events, IReadOnlyList<string> Ledger, IReadOnlyList<string> Raw)
{
    private static readonly string[] Ours = ["at", "message_id", "commitment", "contact"];

    public static async Task<Arrived> In(Product product)
    {
        var archive = product.Archive();
        await archive.CatchUp();
        var entries = (await archive.GetEntries(0, 1000)).Entries;
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        List<string> events = [];
        List<string> ledger = [];
        foreach (var conversation in entries.GroupBy(entry => entry.Conversation, StringComparer.Ordinal))
        {
            Assert.Equal(Enumerable.Range(1, conversation.Count()).Select(number => (long)number), conversation.Select(entry => entry.Version));
            var log = await product.Grains.GetGrain<IConversationGrain>(conversation.Key).GetLog(0, 1000);
            // Our ids differ from run to run: a conversation is told by what was first said in it.
            var name = Told(log.Entries[0]);
            events.AddRange(log.Entries.Select(entry => $"{name}: {Told(entry)}"));
            ledger.Add($"{name}: {conversation.Count()}");
        }

        events.AddRange((await product.Contacts()).Select(contact => $"{contact.Phone} {contact.Bsuid}"));
        List<string> raw = [];
        foreach (var item in await product.RawInbox.List(null, 1000))
        {
            raw.Add($"{item.Reason}: {(await product.RawInbox.Read(item.Id))!.Body}");
        }

        return new Arrived([.. events.Order(StringComparer.Ordinal)], [.. ledger.Order(StringComparer.Ordinal)], [.. raw.Order(StringComparer.Ordinal)]);
    }

    private static string Told(LogEntry entry)
    {
        var body = JsonNode.Parse(entry.Body)!.AsObject();
        foreach (var name in Ours)
        {
            body.Remove(name);
        }

        return body.ToJsonString();
    }
}
