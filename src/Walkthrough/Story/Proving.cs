using System.Net;
using System.Text.Json;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>What was told live and what is kept for good are the same as what happened.</summary>
internal static class Proving
{
    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("live-events", "The live feed had every event once, and resumes from any of them.", ResumeAsync),
        new("archive", "The archive holds every event of the logs once and without a gap.", CompareArchiveAsync),
        new("verified-export", "An export of everything verifies without the product, and with one changed bit it does not.", VerifyAsync),
        new("all-there", "Every message that was answered with 200 or 202 is there.", stage => stage.Acknowledged.AllStillThereAsync()),
    ];

    private static async Task ResumeAsync(Stage stage)
    {
        var entries = (await LogsAsync(stage)).Sum(log => log.Entries.Count);
        await stage.Patience.UntilAsync(
            $"the feed has told of {entries} events",
            () => Task.FromResult(stage.Events.Seen.Count(live => live.Type != "thread_read") == entries));

        var seen = stage.Events.Seen;
        Expect.That(
            seen.Select(live => live.Id).SequenceEqual(Enumerable.Range(0, seen.Count).Select(place => seen[0].Id + place)),
            "the cursors of the feed follow each other without gap or repetition");
        Expect.That(!stage.Acknowledged.Ids.Except(seen.Select(live => live.MessageId)).Any(), "the feed has told of every acknowledged message");
        Narrator.Say($"{seen.Count} live events, cursors {seen[0].Id} to {seen[^1].Id}, {stage.Events.Breaks} breaks of the connection");

        var middle = seen[seen.Count / 2];
        var replayed = await stage.Events.ReplayAsync(middle, seen[^1]);
        Expect.That(replayed.SequenceEqual(seen.Where(live => live.Id > middle.Id)), "with Last-Event-ID the feed tells the rest again");
        Narrator.Say($"Last-Event-ID: {middle.Id} → {replayed.Count} events");
    }

    private static async Task CompareArchiveAsync(Stage stage)
    {
        var logs = await LogsAsync(stage);
        var acts = (await stage.Compliance.LookAsync("api/v1/audit?limit=200").Is(HttpStatusCode.OK)).Items.Count;
        var expected = logs.Sum(log => log.Entries.Count) + acts;
        IReadOnlyList<JsonElement> archive = [];
        await stage.Patience.UntilAsync(
            $"the archive holds {expected} entries", async () => (archive = await ArchiveAsync(stage)).Count >= expected);

        Expect.Equal(expected, archive.Count, "The number of entries in the archive");
        Expect.That(
            archive.Select(entry => entry.Member("sequence").Number()).SequenceEqual(Enumerable.Range(1, expected).Select(place => (long)place)),
            "the sequence numbers of the archive have no gap");
        foreach (var (contact, entries) in logs)
        {
            var archived = archive.Where(entry => entry.Member("conversation").Text().EndsWith($"/{contact}", StringComparison.Ordinal));
            Expect.That(
                archived.Select(entry => entry.Member("version").Number()).SequenceEqual(entries.Select(entry => entry.Member("version").Number())),
                $"the archive holds each version of the log of {contact} once");
        }

        Narrator.Say($"{expected} entries in {logs.Count} logs and in that of {acts} acts, {archive.Count} in the archive, sequence 1 to {archive.Count}");
    }

    private static async Task VerifyAsync(Stage stage)
    {
        var export = await stage.Compliance.PostAsync("api/v1/exports", new { format = "jsonl", reason = "The story ends." }).Is(HttpStatusCode.Created);
        var key = (await stage.Compliance.LookAsync("api/v1/archive/keys").Is(HttpStatusCode.OK)).Items[0].Member("pem").Text();
        using var verifier = new Verifier(stage.Options.Multiline);
        var lines = await stage.Compliance.DownloadAsync($"api/v1/exports/{export["id"].Text()}/file");

        var (code, said) = await verifier.VerifyAsync(lines, key);
        Expect.Equal(0, code, $"The exit code of multiline verify, which said “{said}”,");
        Expect.That(said.StartsWith("Verified: ", StringComparison.Ordinal), "multiline verify says what it has verified");
        Narrator.Say(said.ReplaceLineEndings(" "));

        lines[lines.Length / 2] ^= 1;
        (code, said) = await verifier.VerifyAsync(lines, key);
        Expect.Equal(1, code, "The exit code of multiline verify where a bit was changed");
        Narrator.Say(said.ReplaceLineEndings(" "));
    }

    private static async Task<IReadOnlyList<JsonElement>> ArchiveAsync(Stage stage)
    {
        List<JsonElement> archive = [];
        Answer page;
        do
        {
            page = await stage.Compliance.LookAsync($"api/v1/archive?after={archive.Count}&limit=200").Is(HttpStatusCode.OK);
            archive.AddRange(page["entries"].List());
        }
        while (page["entries"].List().Count > 0);
        return archive;
    }

    private static async Task<IReadOnlyList<(string Contact, IReadOnlyList<JsonElement> Entries)>> LogsAsync(Stage stage)
    {
        List<(string, IReadOnlyList<JsonElement>)> logs = [];
        foreach (var talk in stage.Talks)
            logs.Add((talk.Contact, await talk.LogAsync()));
        return logs;
    }
}
