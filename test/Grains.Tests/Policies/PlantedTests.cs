using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Exports;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Policies;

/// <summary>Something is planted that nobody may meet again, and looked for in everything that the product stores, tells and shows.</summary>
public sealed class PlantedTests
{
    private const string StrangeNumber = "999999999999999";

    /// <summary>Another one than in the rules' examples, which are stored as they are. It passes the Luhn test and belongs to nobody.</summary>
    private const string Card = "5555 5555 5555 4444";

    /// <summary>As people write it, and as a machine would.</summary>
    private static readonly string[] Cards = [Card, Card.Replace(" ", "", StringComparison.Ordinal), Card.Replace(' ', '-')];

    [Fact]
    public async Task A_card_number_that_policy_takes_out_is_nowhere_in_clear_whichever_way_it_was_sent()
    {
        using var traces = new Traces();
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        await product.ApprovedTemplate("appointment", "Your appointment is on {{1}}.");
        var talk = await product.OpenTalk();

        foreach (var card in Cards)
        {
            await talk.Delivered($"Take {card}, please");
            await talk.Hears($"No, take {card}");
            await product.Take(WebhookBodies.Of(WebhookBodies.Text($"wamid.{card[^4..]}{card.Length}", $"Or {card}", product.Clock.GetUtcNow(), "4915100000001", number: StrangeNumber)));
        }

        Talk.Taken(await talk.SendTemplate("appointment", Card));
        await product.PutInForce(Rules.Policy(Rules.Cards("block")));
        Assert.Equal(RefusalCodes.BlockedByPolicy, (await talk.Send($"Take {Card} then")).Refusal?.Code);
        await product.Idle();

        var shown = await Everything(product, talk, traces);

        Assert.Contains("[payment card]", shown, StringComparison.Ordinal);
        Assert.All(Cards, card =>
        {
            Assert.DoesNotContain(card, shown, StringComparison.Ordinal);
            Assert.False(product.Stores(Encoding.UTF8.GetBytes(card)), $"{card} is in a file.");
            Assert.False(product.Stores(Encoding.Unicode.GetBytes(card)), $"{card} is in a file.");
        });
        Assert.Contains(Card, (await talk.Conversation.OpenOriginal(new OriginalRequest("cora", (await talk.Messages())[1].MessageId, "To see it is there"))).Originals[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_disposed_of_is_nowhere_any_more()
    {
        const string text = "The turquoise elephant signs at noon";
        using var traces = new Traces();
        await using var product = await Product.StartAsync();
        await product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind)
            .SetRecording(new RecordingChoice(Firms.Administrator, null, new RecordingTerms(Recorded: false, null, 1)));
        var talk = await product.OpenTalk();
        await talk.Delivered(text);
        await talk.Hears(text);
        await product.Idle();
        Assert.Contains(text, await Everything(product, talk, traces), StringComparison.Ordinal);

        await product.StopAsync();
        product.Clock.Advance(TimeSpan.FromDays(2));
        await product.StartHostAsync();
        var retention = product.Grains.GetGrain<IRetentionGrain>(Firms.Northwind);
        await retention.Start("cora");
        await product.Until(async () => (await retention.GetRuns(null, 10)).All(run => run.EndedAt is not null), "end of the run");

        Assert.DoesNotContain("turquoise", await Everything(product, talk, traces), StringComparison.OrdinalIgnoreCase);
        Assert.False(product.Stores(Encoding.UTF8.GetBytes("turquoise")));
    }

    /// <summary>All that anybody without the right to see originals can meet, in one text.</summary>
    private static async Task<string> Everything(Product product, Talk talk, Traces traces)
    {
        var all = new StringBuilder();
        all.AppendJoin('\n', product.Log.All).AppendLine().AppendJoin('\n', traces.Told);
        all.AppendJoin('\n', await talk.Messages()).AppendJoin('\n', (await talk.Log()).Select(entry => entry.Body));
        all.AppendJoin('\n', await product.Threads());
        all.AppendJoin('\n', (await product.Inbox().GetChanges(0, 1_000, TimeSpan.Zero)).Changes);
        foreach (var item in await product.RawInbox.List(null, 100))
        {
            all.AppendLine((await product.RawInbox.Read(item.Id))?.Body);
        }

        await product.Archive().CatchUp();
        foreach (var word in new[] { "", "take", "4444" })
        {
            all.AppendJoin('\n', (await product.Grains.GetGrain<ISearchGrain>(Firms.Northwind).Search(new SearchRequest { Person = "cora", Text = word, Limit = 200 })).Items);
        }

        foreach (var format in new[] { "jsonl", "eml", "rsmf", "transcript" })
        {
            await Export(product, format, all);
        }

        return all.ToString();
    }

    private static async Task Export(Product product, string format, StringBuilder all)
    {
        var exports = product.Grains.GetGrain<IExportGrain>(Firms.Northwind);
        var export = (await exports.Order(new ExportOrder("cora", "To look through it", format))).Export!;
        if (format == "jsonl")
        {
            for (LinesPiece? piece = null; piece is null || piece.After is not null;)
            {
                piece = await exports.ReadLines(export.Id, piece?.After);
                piece.Lines.ToList().ForEach(line => all.Append(Encoding.UTF8.GetString(line)));
            }

            return;
        }

        for (FilesPiece? piece = null; piece is null || piece.After is not null;)
        {
            piece = await exports.ReadFiles(export.Id, piece?.After);
            foreach (var file in piece.Files)
            {
                // Mails fold their lines, and carry files as Base64.
                var text = Encoding.UTF8.GetString(file.Bytes);
                all.AppendLine(text).AppendLine(text.Replace("=\r\n", "", StringComparison.Ordinal));
                foreach (var block in text.Split("\r\n\r\n").Select(part => part.Replace("\r\n", "", StringComparison.Ordinal)).Where(part => part.Length % 4 == 0 && part.Length > 0))
                {
                    var decoded = new byte[block.Length];
                    all.Append(Convert.TryFromBase64String(block, decoded, out var length) ? Encoding.UTF8.GetString(decoded, 0, length) : "");
                }
            }
        }
    }

    /// <summary>What traces tell.</summary>
    private sealed class Traces : IDisposable
    {
        private readonly ConcurrentQueue<string> _told = [];
        private readonly ActivityListener _listener;

        public Traces()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name.StartsWith("MultiLine", StringComparison.Ordinal) || source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal),
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => _told.Enqueue(
                    $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)).Select(tag => $"{tag.Key}={tag.Value}"))}"),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IEnumerable<string> Told => _told;

        public void Dispose() => _listener.Dispose();
    }
}
