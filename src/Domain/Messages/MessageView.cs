using System.Collections.Immutable;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Messages;

/// <summary>One message as its events tell it: the pure fold of everything the log says about it.</summary>
public sealed record MessageView
{
    public required string MessageId { get; init; }

    public required bool Inbound { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    /// <summary>The provider's name of its kind; null for what the product sends.</summary>
    public string? ProviderKind { get; init; }

    public OutboundKind Kind { get; init; }

    public string? Author { get; init; }

    public TemplateReference? Template { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>The message that did not arrive and whose text this one repeats on another channel.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>The message that repeats the text of this one, which did not arrive, on another channel.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>When we took it: the time it has in the thread.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When one of ours last came into the queue: it was taken, released by the contact's consent, or retried by a person.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>The provider's time of an inbound message.</summary>
    public DateTimeOffset? ProviderAt { get; init; }

    /// <summary>The event that holds the content.</summary>
    public required long ContentVersion { get; init; }

    public required string Commitment { get; init; }

    /// <summary>What policy found in it when it came or was taken; null where nothing. Of an edit see <see cref="Edit"/>.</summary>
    public PolicyMark? Policy { get; init; }

    /// <summary>Of our messages; an inbound one has arrived and that is all.</summary>
    public MessageStatus Status { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Why it failed: one of <see cref="RefusalCodes"/>.</summary>
    public string? FailureCode { get; init; }

    public int? ProviderCode { get; init; }

    /// <summary>The newest attempt, in the order in which they began.</summary>
    public string? AttemptId { get; init; }

    /// <summary>The provider's id of the newest attempt, once it is known; or of the inbound message.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>Every id that the provider gave to an attempt of this message.</summary>
    public ImmutableHashSet<string> ProviderMessageIds { get; init; } = [];

    /// <summary>The provider's id of an earlier attempt that it turned out to have while the newest is open.</summary>
    public string? TakenAs { get; init; }

    public int Attempts { get; init; }

    /// <summary>How often in a row it was put off for the reason of <see cref="ProviderCode"/>: the waits between attempts grow with it.</summary>
    public int Deferrals { get; init; }

    /// <summary>Of a message that one of ours sent outside of the product.</summary>
    public bool Echoed { get; init; }

    /// <summary>It is from before the number was connected.</summary>
    public bool Historic { get; init; }

    /// <summary>The contact's reaction to it.</summary>
    public ContactChange? Reaction { get; init; }

    /// <summary>The contact's newest edit of it.</summary>
    public ContactChange? Edit { get; init; }

    /// <summary>The contact deleted it.</summary>
    public ContactChange? Revocation { get; init; }

    /// <summary>How a call went.</summary>
    public CallView? Call { get; init; }

    /// <summary>The newest version among its events.</summary>
    public long Version { get; init; }

    /// <summary>The view with one more event; null stands for a message of which nothing is known yet.</summary>
    public static MessageView? Apply(MessageView? view, long version, ConversationEvent e)
    {
        var next = e switch
        {
            MessageReceived received => new MessageView
            {
                MessageId = received.MessageId,
                Inbound = true,
                Channel = received.Channel,
                Number = received.Number,
                ProviderKind = received.Kind,
                InReplyTo = received.InReplyTo,
                Historic = received.Historic == true,
                At = received.At,
                ProviderAt = received.ProviderAt,
                ContentVersion = version,
                Commitment = received.Commitment,
                Policy = received.Policy,
                ProviderMessageId = received.ProviderMessageId,
                ProviderMessageIds = [received.ProviderMessageId],
            },
            MessageEchoed echoed => new MessageView
            {
                MessageId = echoed.MessageId,
                Inbound = false,
                Echoed = true,
                Historic = echoed.Historic == true,
                Channel = echoed.Channel,
                Number = echoed.Number,
                ProviderKind = echoed.Kind,
                InReplyTo = echoed.InReplyTo,
                At = echoed.At,
                ProviderAt = echoed.ProviderAt,
                ContentVersion = version,
                Commitment = echoed.Commitment,
                Policy = echoed.Policy,
                Status = MessageStatus.Sent,
                SentAt = echoed.ProviderAt,
                ProviderMessageId = echoed.ProviderMessageId,
                ProviderMessageIds = [echoed.ProviderMessageId],
            },
            CallRecorded call => new MessageView
            {
                MessageId = call.MessageId,
                Inbound = call.Inbound,
                Channel = call.Channel,
                Number = call.Number,
                ProviderKind = "call",
                At = call.At,
                ProviderAt = call.ProviderAt,
                ContentVersion = version,
                Commitment = call.Commitment,
                Status = MessageStatus.Sent,
                ProviderMessageId = call.CallId,
                ProviderMessageIds = [call.CallId],
                Call = CallView.Unknown.After(call, version),
            },
            MessageAccepted accepted => new MessageView
            {
                MessageId = accepted.MessageId,
                Inbound = false,
                Channel = accepted.Channel,
                Number = accepted.Number,
                Kind = accepted.Kind,
                Author = accepted.Author,
                Template = accepted.Template,
                InReplyTo = accepted.InReplyTo,
                InPlaceOf = accepted.InPlaceOf,
                At = accepted.At,
                ContentVersion = version,
                Commitment = accepted.Commitment,
                Policy = accepted.Policy,
                Status = accepted.AwaitsConsent ? MessageStatus.Waiting : MessageStatus.Queued,
                QueuedAt = accepted.AwaitsConsent ? null : accepted.At,
            },
            ReactionReceived reaction => view is null ? null : view with { Reaction = ContactChange.Newer(view.Reaction, reaction, version, reaction.Removed) },
            MessageEdited edited => view is null ? null : view with { Edit = ContactChange.Newer(view.Edit, edited, version) },
            MessageRevoked revoked => view is null ? null : view with { Revocation = ContactChange.Newer(view.Revocation, revoked, version) },
            CallUpdated call => view is null ? null : view with { Call = (view.Call ?? CallView.Unknown).After(call, version) },
            _ => view?.Apply(e),
        };
        return next is null ? null : next with { Version = version };
    }

    /// <summary>Whether an event changes what its message says. All others tell only what became of it.</summary>
    public static bool IsSaid(ConversationEvent e) => e is IThreadEvent or ReactionReceived or MessageEdited or MessageRevoked or CallUpdated;

    private MessageView Apply(ConversationEvent e) => e switch
    {
        MessageQueued queued when !Status.IsTaken() =>
            this with
            {
                Status = MessageStatus.Queued,
                Number = queued.Number,
                QueuedAt = queued.At,
                FailureCode = null,
                ProviderCode = null,
                ProviderMessageId = null,
                Deferrals = 0,
            },
        MessageReplaced replaced => this with { ReplacedBy = replaced.ReplacedBy },
        AttemptStarted started => this with
        {
            Status = Status.IsTaken() ? Status : MessageStatus.Sending,
            Attempts = Attempts + 1,
            AttemptId = started.AttemptId,
            ProviderMessageId = null,
            TakenAs = null,
        },

        // The earlier attempt was enough.
        AttemptDeferred when TakenAs is not null => this with { Status = Status.After(DeliveryStatus.Sent), ProviderMessageId = TakenAs, TakenAs = null },
        AttemptDeferred deferred when !Status.IsTaken() => this with
        {
            Status = MessageStatus.Queued,
            Deferrals = deferred.ProviderCode == ProviderCode ? Deferrals + 1 : 1,
            ProviderCode = deferred.ProviderCode,
        },
        OutcomeUnknown when !Status.IsTaken() => this with { Status = MessageStatus.OutcomeUnknown },

        // While a newer attempt is open, an older one is shown only if its message arrives.
        MessageSent older when older.AttemptId != AttemptId && Status == MessageStatus.Sending => this with
        {
            SentAt = SentAt ?? older.At,
            ProviderMessageIds = ProviderMessageIds.Add(older.ProviderMessageId),
            TakenAs = older.ProviderMessageId,
        },
        MessageSent sent => this with
        {
            Status = Status.After(DeliveryStatus.Sent),
            SentAt = SentAt ?? sent.At,
            ProviderCode = Status == MessageStatus.Failed ? ProviderCode : null,
            ProviderMessageId = sent.AttemptId == AttemptId ? sent.ProviderMessageId : ProviderMessageId ?? sent.ProviderMessageId,
            ProviderMessageIds = ProviderMessageIds.Add(sent.ProviderMessageId),
        },
        StatusReceived { Status: DeliveryStatus.Failed or DeliveryStatus.Sent } older when older.ProviderMessageId != ProviderMessageId =>
            older.Status == DeliveryStatus.Failed && older.ProviderMessageId == TakenAs ? this with { TakenAs = null } : this,
        StatusReceived status => Report(status),
        MessageFailed failed => Fail(failed.Code, failed.ProviderCode),
        _ => this,
    };

    private MessageView Report(StatusReceived status) => status.Status switch
    {
        DeliveryStatus.Failed => Fail(status.Code ?? RefusalCodes.ProviderRefused, status.ProviderCode),
        DeliveryStatus.Delivered => Forward(status) with { DeliveredAt = Earlier(DeliveredAt, status.ProviderAt) },
        DeliveryStatus.Read => Forward(status) with { ReadAt = Earlier(ReadAt, status.ProviderAt) },
        _ => Forward(status),
    };

    private MessageView Forward(StatusReceived status)
    {
        var next = Status.After(status.Status);
        return next.IsTaken() ? this with { Status = next, FailureCode = null, ProviderCode = null } : this with { Status = next };
    }

    private MessageView Fail(string code, int? providerCode)
    {
        var next = Status.After(DeliveryStatus.Failed);
        return next == MessageStatus.Failed ? this with { Status = next, FailureCode = code, ProviderCode = providerCode } : this;
    }

    /// <summary>Two attempts may both have arrived.</summary>
    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known < at ? known.Value : at;
}
