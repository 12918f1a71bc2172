using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Domain;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Telemetry;
using MultiLine.Grains.Policies;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// The shell around <see cref="Conversation"/>: it asks others for the facts, lets the rules decide, makes the events durable, and only
/// then answers. What it remembers is the fold of its log and nothing else.
/// </summary>
[GrainType("conversation")]
public sealed partial class ConversationGrain(
    ConversationJournal journal,
    AuditJournal audit,
    CompiledPolicies policies,
    ArchiveShards shards,
    FollowerNotices followers,
    IOptions<ConversationOptions> options,
    Measures measures,
    TimeProvider time,
    ILogger<ConversationGrain> log) : Grain, IConversationGrain, IRemindable
{
    private LoadedConversation _conversation = null!;
    private ConversationSurroundings _surroundings = null!;
    private ConversationNotices? _notices;
    private NewestOnly<LoadedConversation>? _snapshots;
    private readonly MessageOrigins _origins = new();
    private readonly LastMessage _last = new();

    private ConversationKey Key => _conversation.Key;

    /// <summary>Of many conversations that are active only some change.</summary>
    private ConversationNotices Notices =>
        _notices ??= new ConversationNotices(followers, GrainFactory, Key, shards.Count, log);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = ConversationKey.Parse(this.GetPrimaryKeyString());
        _surroundings = new ConversationSurroundings(GrainFactory, key, options.Value);
        _conversation = Snapshot(await journal.LoadAsync(key, cancellationToken));
    }

    /// <summary>Decides, makes durable, tells. Decides again when another activation wrote first, and then makes way for it.</summary>
    private Task<Step> Carry(ConversationCommand command, ConversationRules rules, Func<Decision, JournalEntry>? entry = null) =>
        Carry(() => Task.FromResult(command), rules, entry);

    /// <param name="command">Made anew for each decision: what it says of a message may have changed with what the other wrote.</param>
    /// <param name="rules">What the decision depends on.</param>
    /// <param name="entry">What else belongs to the step.</param>
    /// <param name="complete">Has what a decision lacks added to the command, as far as it can be had, before it is decided again.</param>
    private async Task<Step> Carry(
        Func<Task<ConversationCommand>> command,
        ConversationRules rules,
        Func<Decision, JournalEntry>? entry = null,
        Func<Answers, Task>? complete = null)
    {
        while (true)
        {
            var decision = Conversation.Decide(_conversation.State, await command(), rules, time.GetUtcNow());
            if (decision.Lacks != Answers.None && complete is not null)
            {
                await complete(decision.Lacks);
                decision = Conversation.Decide(_conversation.State, await command(), rules, time.GetUtcNow());
            }

            if (decision.Events.IsEmpty)
            {
                return new Step(decision, null);
            }

            await RemindOfSessionEnd(decision);
            switch (await Write(entry?.Invoke(decision) ?? new JournalEntry(decision.Events)))
            {
                case JournalResult.Written written:
                    _last.Note(_conversation.Version, decision.Events);
                    _conversation = Snapshot(written.Conversation);
                    measures.Step("stored");
                    measures.Messages(decision.Events);
                    _origins.Note(decision.Events, _conversation.State);
                    Notices.Tell(_conversation);
                    return new Step(decision, null);
                case JournalResult.Duplicate duplicate:
                    measures.Step("duplicate");
                    return new Step(decision, duplicate.Holder);
                default:
                    measures.Step("stale");
                    log.LostTheLog(Key.ToString());
                    _last.Forget();
                    _conversation = await journal.LoadAsync(Key);
                    DeactivateOnIdle();
                    break;
            }
        }
    }

    /// <summary>Carries what was heard of one of ours, and times its way to the provider where that is what was heard: by the reply or a status before it.</summary>
    private async Task CarryOn(
        string messageId, Func<MessageView, ConversationCommand> command, ConversationRules rules, Func<Decision, JournalEntry>? entry = null)
    {
        DateTimeOffset? queuedAt = null;
        var step = await Carry(
            async () =>
            {
                var message = await View(messageId);
                queuedAt = message.QueuedAt;
                return command(message);
            },
            rules,
            entry);
        if (step.TakenBefore is null && queuedAt is { } queued && step.Decision.Events.OfType<MessageSent>().FirstOrDefault() is { } sent)
        {
            measures.Sent(sent.At - queued);
        }
    }

    private async Task<JournalResult> Write(JournalEntry entry)
    {
        try
        {
            return await journal.WriteAsync(_conversation, entry);
        }
        catch
        {
            // Nobody knows whether it became durable: the next call is for an activation that has read the log anew.
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Has a snapshot kept where one is due. Nobody waits for it: until it is there, more of the log is read.</summary>
    private LoadedConversation Snapshot(LoadedConversation conversation)
    {
        if (!conversation.IsSnapshotDue)
        {
            return conversation;
        }

        _snapshots ??= new NewestOnly<LoadedConversation>(KeepSnapshot);
        _snapshots.Pass(conversation);
        return conversation with { SnapshotAt = conversation.Version };
    }

    private async Task KeepSnapshot(LoadedConversation conversation)
    {
        try
        {
            await journal.KeepSnapshotAsync(conversation);
        }
        catch (Exception e)
        {
            log.SnapshotNotKept(e, conversation.Version, conversation.Key.ToString());
        }
    }

    /// <summary>What the log says of a message of this conversation, as far as this activation knows the log.</summary>
    private async Task<MessageView?> Find(string messageId)
    {
        if (_last.Find(messageId) is { } known)
        {
            return known;
        }

        var view = await journal.FindMessageAsync(Key, messageId, _conversation.Version);
        if (view is { Inbound: false })
        {
            _last.Keep(view);
        }

        return view;
    }

    private async Task<MessageView> View(string messageId) =>
        await Find(messageId) ?? throw new InvalidOperationException($"{Key} has no message {messageId}.");

    /// <summary>What a command came to: its events are durable, or someone held one of its claims already.</summary>
    private sealed record Step(Decision Decision, ClaimHolder? TakenBefore);
}
