using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.Anchors;
using MultiLine.Domain;
using MultiLine.Domain.Ledger;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Archive;

/// <summary>
/// Two activations may sign at the same time: storage keeps one head of each number, and the other activation looks again at what the
/// ledger is by then.
/// </summary>
[GrainType("tree-head")]
public sealed class TreeHeadGrain(
    ITreeHeads heads,
    ILedgerTrees trees,
    ILedger ledger,
    ILedgerSigner signers,
    IAnchors answers,
    ArchiveShards shards,
    IOptions<AnchorOptions> anchors,
    TimeProvider time,
    ILogger<TreeHeadGrain> logger)
    : Grain, ITreeHeadGrain, IRemindable
{
    private const string Reminder = "sign";

    /// <summary>How many leaves of a ledger that is older than its tree are taken into it in one transaction.</summary>
    private const int LeavesAtOnce = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private string Organization => this.GetPrimaryKeyString();

    private List<string> ShardNames =>
        [.. Enumerable.Range(0, shards.Count).Select(shard => TreeHead.ShardName(Organization, shard))];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await SetReminder();
        await GrainFactory.GetGrain<IReconciliationGrain>(Organization).Wake();
        foreach (var destination in anchors.Value.Anchors.Keys)
        {
            await GrainFactory.GetGrain<IAnchorGrain>(GrainKeys.Anchor(Organization, destination)).Wake();
        }
    }

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    public Task Wake() => Task.CompletedTask;

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        try
        {
            await SignIfGrown();
        }
        catch (Exception e)
        {
            logger.NotSigned(e, Organization);
        }
    }

    public async Task<TreeHeadCard> Sign()
    {
        foreach (var shard in ShardNames)
        {
            await GrainFactory.GetGrain<IArchiveGrain>(shard).CatchUp();
        }

        return ArchiveCards.Of(await SignIfGrown());
    }

    public async Task<TreeHeadPage> GetHeads(long after, int limit)
    {
        var page = await heads.ReadAsync(Organization, after, limit);
        return new(page.Select(ArchiveCards.Of).ToList(), (await heads.NewestAsync(Organization))?.Head.Number ?? 0);
    }

    public async Task<TreeHeadCard?> FindHead(long number) =>
        await heads.FindAsync(Organization, number) is { } head ? ArchiveCards.Of(head) : null;

    public async Task<IReadOnlyList<LedgerKeyCard>> GetKeys()
    {
        var signs = (await signers.GetAsync()).PublicKey.Id;
        return (await heads.KeysAsync()).Select(key => new LedgerKeyCard(key.Id, key.Pem, key.UsedAt, key.Id == signs)).ToList();
    }

    public async Task<IReadOnlyList<AnchorCard>> GetAnchors(long before, int limit) =>
        (await answers.ReadAsync(Organization, before, limit)).Select(ArchiveCards.Of).ToList();

    public async Task<RecordProofOutcome> ProveEvent(string conversation, long version, long? head)
    {
        var key = ConversationKey.Parse(conversation);
        var shard = Follower.Archive(key, shards.Count).Key;
        return key.Organization == Organization && await ledger.FindAsync(shard, key, version) is { } entry
            ? await Prove(shard, entry, head)
            : NotFound("There is no record of this event.");
    }

    public async Task<RecordProofOutcome> ProveRecord(int shard, long sequence, long? head)
    {
        var name = TreeHead.ShardName(Organization, shard);
        return await ledger.ReadAsync(name, sequence - 1, 1) is [var entry] && entry.Sequence == sequence
            ? await Prove(name, entry, head)
            : NotFound("There is no such record.");
    }

    public async Task<ConsistencyProof?> ProveConsistency(long before, long head)
    {
        if (before > head || await heads.FindAsync(Organization, before) is not { } earlier || await heads.FindAsync(Organization, head) is not { } later)
        {
            return null;
        }

        List<ShardConsistency> proofs = [];
        for (var shard = 0; shard < earlier.Head.Shards.Count; shard++)
        {
            var (was, now) = (earlier.Head.Shards[shard], later.Head.Shards[shard]);
            var hashes = await Hashes(TreeHead.ShardName(Organization, shard), MerkleProof.Consistency(was.Size, now.Size));
            proofs.Add(new(shard, was.Size, was.Root, now.Size, now.Root, hashes));
        }

        return new(before, head, proofs);
    }

    private async Task<RecordProofOutcome> Prove(string name, LedgerEntry entry, long? number)
    {
        var signed = number is null ? await SignIfGrown() : await heads.FindAsync(Organization, number.Value);
        if (signed is null)
        {
            return NotFound("There is no such head.");
        }

        var shard = ShardNames.IndexOf(name);
        var under = signed.Head.Shards[shard];
        if (under.Size < entry.Sequence)
        {
            return NotFound("The record is not under this head but under a later one.");
        }

        var hashes = await Hashes(name, MerkleProof.Inclusion(entry.Sequence - 1, under.Size));
        return new(null, new(signed.Head.Number, shard, ArchiveCards.Of(entry), under.Size, under.Root, hashes));
    }

    private async Task<IReadOnlyList<string>> Hashes(string shard, IReadOnlyList<MerkleRange> ranges) =>
        (await trees.HashesAsync(shard, ranges)).Select(Convert.ToHexStringLower).ToList();

    private async Task<SignedTreeHead> SignIfGrown()
    {
        var signer = await signers.GetAsync();
        while (true)
        {
            // In this order: whatever the newest head says, the trees are at least as large.
            var newest = await heads.NewestAsync(Organization);
            var now = await Shards();
            if (newest is not null && newest.Head.Key == signer.PublicKey.Id && newest.Head.Shards.SequenceEqual(now))
            {
                return newest;
            }

            var head = new TreeHead(
                Organization,
                (newest?.Head.Number ?? 0) + 1,
                TimeAfter(newest?.Head.Time),
                newest?.Head.Hash() ?? TreeHead.NoHead,
                signer.PublicKey.Id,
                now);
            var signed = signer.Sign(head);
            if (await heads.AddAsync(signed, signer.PublicKey))
            {
                return signed;
            }
        }
    }

    /// <summary>Whole microseconds; a clock that was set back makes no head older than the one before.</summary>
    private DateTimeOffset TimeAfter(DateTimeOffset? before)
    {
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        return now < before ? before.Value : now;
    }

    private async Task<IReadOnlyList<ShardHead>> Shards()
    {
        while (true)
        {
            if (await trees.HeadsAsync(ShardNames) is { } now)
            {
                return now;
            }

            foreach (var shard in ShardNames)
            {
                while (!await trees.BuildAsync(shard, LeavesAtOnce))
                {
                }
            }
        }
    }

    private static RecordProofOutcome NotFound(string message) => new(new Refused(RefusalCodes.NotFound, message), null);
}
