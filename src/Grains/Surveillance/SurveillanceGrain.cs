using System.Text.Json;
using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Search;
using MultiLine.Domain.Surveillance;
using MultiLine.Grains.Archive;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Grains.Policies;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using MultiLine.Storage.Search;
using MultiLine.Storage.Surveillance;

namespace MultiLine.Grains.Surveillance;

/// <summary>
/// Follows its shard of the ledger. What it makes of a message depends on the policy that is in force when it looks: whom a rule names, and how much is
/// sampled. What was found, the event says.
/// </summary>
[GrainType("surveillance")]
public sealed class SurveillanceGrain(
    ILedger ledger,
    IConversationLog log,
    IReviewQueue queue,
    SearchKeys keys,
    CompiledPolicies policies,
    Measures measures,
    ILogger<SurveillanceGrain> logger) : LedgerFollowerGrain(Kind, ledger, logger), ISurveillanceGrain
{
    private const string Kind = "surveillance";

    public override async Task<long> CatchUp()
    {
        IReadOnlyList<PolicyLayer>? layers = null;
        return await Pass.CatchUp(
            () => queue.PlaceAsync(Shard),
            async (after, entries) =>
            {
                layers ??= await policies.ReadAsync(await GrainFactory.GetGrain<IOrganizationGrain>(Organization).GetPolicies());
                return await queue.AddAsync(Shard, after, entries[^1].Sequence, await Read(entries, layers));
            },
            this.AsReference<ISurveillanceGrain>().CatchUp);
    }

    private async Task<SurveillanceNews> Read(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<PolicyLayer> layers)
    {
        var tokens = await keys.OfAsync(Organization);
        var rows = await log.ReadRecordedAsync(entries);
        List<NewReview> reviews = [];
        List<NewDecision> decisions = [];
        List<NewNotice> notices = [];
        foreach (var (entry, row) in entries.Select(entry => (entry, rows[entry.Sequence])))
        {
            if (AuditLog.Is(entry.Conversation))
            {
                decisions.AddRange(Decisions(entry, row));
            }
            else if (Message(entry, row) is { } message)
            {
                var share = Sampling.Share(layers, Organization, entry.Conversation.Line, message.Author);
                var isSampled = Sampling.Includes(share, tokens.Field("sample", $"{entry.Conversation}#{entry.Version}"));
                if (Review.Cause(message.Policy, isSampled) is { } cause)
                {
                    reviews.Add(new NewReview(entry.Conversation, entry.Version, message.Author, cause));
                }

                notices.AddRange(Notices(entry, message, layers));
            }
        }

        return new SurveillanceNews { Reviews = reviews, Decisions = decisions, Notices = notices };
    }

    private IEnumerable<NewDecision> Decisions(LedgerEntry entry, LogRow row) =>
        Understood(entry, () => AuditFormat.Read(row.Schema, row.Body)) is MessagesReviewed reviewed
            ? reviewed.Messages.Select(message => new NewDecision(
                ConversationKey.Parse(message.Conversation), message.Version, new QueuedDecision(row.Version, reviewed.Outcome, reviewed.Person, reviewed.At)))
            : [];

    private SearchableEvent? Message(LedgerEntry entry, LogRow row) => Understood(entry, () => SearchableEvent.Of(ConversationJournal.Read(row)));

    private static IEnumerable<NewNotice> Notices(LedgerEntry entry, SearchableEvent message, IReadOnlyList<PolicyLayer> layers) =>
        from finding in message.Policy?.Findings ?? []
        from layer in layers
        where layer.Organization == finding.Organization
        from rule in layer.Policy.Rules
        where rule.Id == finding.Rule
        from person in rule.Notify
        select new NewNotice(layer.Organization, person, rule.Id, entry.Conversation, entry.Version);

    /// <summary>What can't be read is nobody's to look at, and the rest must not wait for it.</summary>
    private T? Understood<T>(LedgerEntry entry, Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            measures.NotFollowed(Kind);
            Logger.NotFollowed(e, $"{Kind}/{Shard}", entry.Conversation.ToString());
            return null;
        }
    }
}
