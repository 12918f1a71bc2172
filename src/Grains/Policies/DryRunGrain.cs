using MultiLine.Domain.Audit;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy.DryRun;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Policies;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using Orleans.Concurrency;

namespace MultiLine.Grains.Policies;

/// <summary>
/// Reads the ledger from its end backwards. What policy has taken out of a message before is not in it any more, and what was blocked is not looked at; nor are
/// the system's own messages and templates, whose text the firm has approved.
/// </summary>
[GrainType("dry-run"), StatelessWorker]
public sealed class DryRunGrain(ILedger ledger, IConversationLog log, ConversationJournal journal, CompiledPolicies compiled, ArchiveShards shards)
    : Grain, IDryRunGrain
{
    private const int EntriesAtOnce = 500;

    private string Id => this.GetPrimaryKeyString();

    private IOrganizationGrain Organization => GrainFactory.GetGrain<IOrganizationGrain>(Id);

    public async Task<DryRunResult> Run(DryRunRequest request)
    {
        var policies = await Organization.GetPolicies();
        CompiledPolicy? policy;
        if (request.Body is null)
        {
            policy = await compiled.GetAsync(policies);
        }
        else
        {
            var inherited = policies.Where(candidate => candidate.Organization != Id).ToList();
            var (own, problems) = await compiled.CheckAsync(Id, request.Body, inherited);
            if (own is null || problems is not [])
            {
                return new DryRunResult(0, 0, 0, 0, null, [], problems);
            }

            policy = await compiled.TryAsync(inherited, new PolicyLayer(Id, own));
        }

        var (report, since) = (DryRunReport.Empty, (DateTimeOffset?)null);
        var people = await LinePeople();
        for (var shard = 0; shard < shards.Count; shard++)
        {
            // Each has its share: which conversations are in which is by chance.
            var wanted = ((shard + 1) * request.Messages / shards.Count) - report.Messages;
            (report, since) = await Look(GrainKeys.ArchiveShard(Id, shard), wanted, policy, people, report, since);
        }

        return new DryRunResult(
            report.Messages,
            report.Flagged,
            report.Redacted,
            report.Blocked,
            since,
            report.Rules.Select(rule => new DryRunRulePart(
                rule.Organization,
                rule.Rule,
                rule.Name,
                Words.Of(rule.Action),
                rule.Messages,
                request.WithSamples ? rule.Samples.Select(sample => sample.Context).ToList() : [])).ToList(),
            []);
    }

    private async Task<(DryRunReport Report, DateTimeOffset? Since)> Look(
        string shard, int wanted, CompiledPolicy? policy, IReadOnlyDictionary<string, IReadOnlyList<string>> people, DryRunReport report, DateTimeOffset? since)
    {
        var end = (await ledger.HeadAsync(shard)).Sequence;
        var target = report.Messages + wanted;
        while (end > 0 && report.Messages < target)
        {
            var start = Math.Max(0, end - EntriesAtOnce);
            var entries = (await ledger.ReadAsync(shard, start, (int)(end - start))).Where(entry => !AuditLog.Is(entry.Conversation)).ToList();
            var rows = await log.ReadRecordedAsync(entries);
            foreach (var conversation in entries.GroupBy(entry => entry.Conversation))
            {
                var said = conversation.Select(entry => rows[entry.Sequence])
                    .Select(row => (Row: row, Event: ConversationJournal.Read(row)))
                    .Where(e => IsLookedAt(e.Event))
                    .OrderByDescending(e => e.Row.Version)
                    .Take(target - report.Messages)
                    .ToList();
                var contents = await journal.ReadContentsAsync(conversation.Key, [.. said.Select(e => e.Row.Version)]);
                foreach (var (row, e) in said.Where(e => contents.ContainsKey(e.Row.Version)))
                {
                    var content = contents[row.Version];
                    var verdict = policy?.Inspect(SubjectOf(e, content, people.GetValueOrDefault(conversation.Key.Line))) ?? Verdict.Clear;
                    report = report.Add(row.MessageId ?? "", content, verdict);
                    since = since < row.RecordedAt ? since : row.RecordedAt;
                }
            }

            end = start;
        }

        return (report, since);
    }

    private static bool IsLookedAt(ConversationEvent e) =>
        e is MessageReceived or MessageEdited or MessageEchoed or MessageAccepted { Kind: OutboundKind.Text };

    private static Subject SubjectOf(ConversationEvent e, Domain.Content.MessageContent content, IReadOnlyList<string>? linePeople) => e switch
    {
        MessageAccepted accepted => new Subject(Direction.Out, accepted.Channel, content) { People = accepted.Author is { } author ? [author] : null },
        MessageEchoed echoed => new Subject(Direction.Out, echoed.Channel, content) { People = linePeople },
        MessageEdited edited => new Subject(Direction.In, edited.Channel, content) { People = linePeople },
        MessageReceived received => new Subject(Direction.In, received.Channel, content) { People = linePeople },
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> LinePeople()
    {
        var organization = await Organization.Get();
        return (organization?.Lines ?? []).ToDictionary(
            line => line.Id,
            line => (IReadOnlyList<string>)organization!.People.Where(person => person.Lines.Contains(line.Id)).Select(person => person.Id).ToList());
    }
}
