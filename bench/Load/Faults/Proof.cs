using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Faults;

/// <summary>Compares what was acknowledged with the logs, with the archive and with what the simulated phones got.</summary>
internal sealed class Proof(HttpClient officer, HttpClient phones, Acknowledged acknowledged)
{
    private static readonly string[] Ladder = ["queued", "sending", "sent", "delivered", "read", "played"];

    /// <summary>
    /// Compares when all has come to rest, and again while anything differs and there is time: followers and statuses may be late. What is
    /// doubled or sent twice stays so.
    /// </summary>
    /// <param name="contacts">Those who have talked.</param>
    /// <param name="pause">Between two looks.</param>
    /// <param name="timeout">For how long it may differ.</param>
    public async Task<FaultReport> FindAsync(IReadOnlyCollection<string> contacts, TimeSpan pause, TimeSpan timeout)
    {
        var since = Stopwatch.StartNew();
        var before = -1;
        while (true)
        {
            var logs = await ReadLogsAsync(contacts);
            var events = logs.Values.SelectMany(log => log).ToList();
            // Statuses that the phones have yet to send are not pending; only when nothing more has come is all of it in.
            var rests = events.Count == before && await PendingWebhooksAsync() == 0 && Unresolved(events).Count == 0;
            var late = since.Elapsed > timeout;
            if (rests || late)
            {
                var report = await CompareAsync(logs, events);
                if (report.IsClean || late)
                {
                    return report;
                }
            }

            before = events.Count;
            await Task.Delay(pause, TimeProvider.System);
        }
    }

    private async Task<FaultReport> CompareAsync(Dictionary<string, List<JsonNode>> logs, List<JsonNode> events)
    {
        var received = events.Where(e => Type(e) == "message_received").GroupBy(e => (string)e["provider_message_id"]!).ToDictionary(g => g.Key, g => g.Count());
        var accepted = events.Where(e => Type(e) == "message_accepted").GroupBy(e => (string)e["message_id"]!).ToDictionary(g => g.Key, g => g.Count());
        return new FaultReport(
            acknowledged.Received.Count,
            acknowledged.Accepted.Count,
            Lost: acknowledged.Received.Keys.Count(id => !received.ContainsKey(id)) + acknowledged.Accepted.Keys.Count(id => !accepted.ContainsKey(id)),
            Doubled: received.Values.Count(times => times > 1) + accepted.Values.Count(times => times > 1) + TextsAcceptedTwice(),
            Resent: await ResentAsync(),
            Gaps: logs.Values.Sum(Gaps) + await ArchiveGapsAsync(logs),
            Lowered: await LoweredAsync(logs.Keys, events),
            Unresolved: Unresolved(events).Count,
            Unproved: await new LedgerProof(officer).FindAsync());
    }

    /// <summary>The same request must not have become two messages.</summary>
    private int TextsAcceptedTwice() => acknowledged.Accepted.Values.GroupBy(text => text).Count(group => group.Count() > 1);

    private async Task<int> PendingWebhooksAsync() => (int)(await phones.GetFromJsonAsync<JsonNode>("health"))!["pendingWebhooks"]!;

    private async Task<Dictionary<string, List<JsonNode>>> ReadLogsAsync(IEnumerable<string> contacts)
    {
        Dictionary<string, List<JsonNode>> logs = new(StringComparer.Ordinal);
        foreach (var contact in contacts)
        {
            logs[contact] = await officer.ReadLogAsync(contact);
        }

        return logs;
    }

    private static string Type(JsonNode e) => (string)e["type"]!;

    private static HashSet<string> Unresolved(IEnumerable<JsonNode> events)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            switch (Type(e))
            {
                case "message_accepted" or "message_queued":
                    open.Add((string)e["message_id"]!);
                    break;
                case "message_sent" or "message_failed" or "outcome_unknown":
                    open.Remove((string)e["message_id"]!);
                    break;
            }
        }

        return open;
    }

    private static int Gaps(List<JsonNode> log) => log.Where((e, index) => (long)e["version"]! != index + 1).Count();

    private async Task<int> ArchiveGapsAsync(Dictionary<string, List<JsonNode>> logs)
    {
        var archived = new HashSet<string>(StringComparer.Ordinal);
        var gaps = 0;
        long after = 0;
        while (true)
        {
            var page = (await officer.GetFromJsonAsync<JsonNode>($"archive?after={after}&limit=200"))!;
            foreach (var entry in page["entries"]!.AsArray())
            {
                var sequence = (long)entry!["sequence"]!;
                gaps += sequence == after + 1 ? 0 : 1;
                gaps += archived.Add($"{entry["conversation"]} {entry["version"]}") ? 0 : 1;
                after = sequence;
            }

            if (after >= (long)page["head"]!)
            {
                break;
            }
        }

        var stored = logs.SelectMany(log => log.Value.Select(e => $"bench/main/{log.Key} {e["version"]}")).ToHashSet(StringComparer.Ordinal);
        return gaps + stored.Except(archived, StringComparer.Ordinal).Count() + archived.Except(stored, StringComparer.Ordinal).Count();
    }

    /// <summary>What the phones got more than once. Each text was made for one message.</summary>
    private async Task<int> ResentAsync()
    {
        var resent = 0;
        var all = (await phones.GetFromJsonAsync<JsonNode>("phones"))!.AsArray();
        foreach (var phone in all)
        {
            var inbox = (await phones.GetFromJsonAsync<JsonNode>($"phones/{phone!["number"]}/inbox"))!.AsArray();
            resent += inbox.Where(message => (string)message!["from"]! == "business").GroupBy(message => (string)message!["body"]!).Count(group => group.Count() > 1);
        }

        return resent;
    }

    private async Task<int> LoweredAsync(IEnumerable<string> contacts, List<JsonNode> events)
    {
        var reported = events.Where(e => Type(e) == "status_received").GroupBy(e => (string)e["message_id"]!)
            .ToDictionary(group => group.Key, group => group.Max(e => Array.IndexOf(Ladder, (string)e["status"]!)), StringComparer.Ordinal);
        var lowered = 0;
        foreach (var contact in contacts)
        {
            string? cursor = null;
            do
            {
                var page = (await officer.GetFromJsonAsync<JsonNode>(
                    $"lines/main/threads/{contact}/messages?limit=200{(cursor is null ? "" : $"&before={cursor}")}"))!;
                lowered += page["items"]!.AsArray().Count(message =>
                    reported.TryGetValue((string)message!["message_id"]!, out var highest)
                    && Array.IndexOf(Ladder, (string)message["status"]!) < highest);
                cursor = page["next"]?.ToString();
            }
            while (cursor is not null);
        }

        return lowered;
    }
}
