using System.Text.Json.Nodes;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Arrivals;

/// <summary>What became of webhooks, without ids and times of ours.</summary>
/// <param name="Events">Of every conversation, each conversation's in order.</param>
/// <param name="Ledger">How many events of each conversation the ledger has, in order and without a gap.</param>
/// <param name="Raw">What was kept raw, and why.</param>
internal sealed record Arrived(IReadOnlyList<string> Events, IReadOnlyList<string> Ledger, IReadOnlyList<string> Raw)
{
    private static readonly string[] Ours = ["at", "message_id", "commitment"];

    public static async Task<Arrived> In(Product product)
    {
        List<string> events = [];
        Dictionary<string, string> names = [];
        foreach (var contact in (await product.Contacts()).OrderBy(contact => contact.Phone, StringComparer.Ordinal))
        {
            var key = new ConversationKey(Firms.Northwind, Firms.Line, contact.Id);
            names[key.ToString()] = $"{contact.Phone} {contact.Bsuid}";
            var log = await product.Grains.GetGrain<IConversationGrain>(key.ToString()).GetLog(0, 1000);
            events.AddRange(log.Entries.Select(entry => $"{contact.Phone} {contact.Bsuid} {contact.Name}: {Told(entry)}"));
        }

        var archive = product.Archive();
        await archive.CatchUp();
        var entries = (await archive.GetEntries(0, 1000)).Entries;
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        var ledger = entries.GroupBy(entry => entry.Conversation, StringComparer.Ordinal).Select(conversation =>
        {
            Assert.Equal(Enumerable.Range(1, conversation.Count()).Select(number => (long)number), conversation.Select(entry => entry.Version));
            return $"{names[conversation.Key]}: {conversation.Count()}";
        });

        List<string> raw = [];
        foreach (var item in await product.RawInbox.List(null, 1000))
        {
            raw.Add($"{item.Reason}: {(await product.RawInbox.Read(item.Id))!.Body}");
        }

        return new Arrived(events, [.. ledger.Order(StringComparer.Ordinal)], [.. raw.Order(StringComparer.Ordinal)]);
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
