using System.Collections.Immutable;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Conversations;

/// <summary>
/// What a conversation has to remember to decide. It is the fold of its log and bounded: it keeps the messages that wait to be sent,
/// not those that were.
/// </summary>
public sealed record ConversationState
{
    public static ConversationState Empty { get; } = new();

    public Aliases Aliases { get; init; } = Aliases.None;

    public ImmutableSortedDictionary<Channel, ChannelState> Channels { get; init; } = ImmutableSortedDictionary<Channel, ChannelState>.Empty;

    /// <summary>In the order in which they are to be sent: as they were accepted, released by consent, or retried.</summary>
    public ImmutableList<OpenMessage> Open { get; init; } = [];

    /// <summary>The contact whose conversation goes on in place of this one; null unless the two were merged.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The contacts that turned out to be this one.</summary>
    public ImmutableList<string> Merged { get; init; } = [];

    public ChannelState this[Channel channel] => Channels.GetValueOrDefault(channel, ChannelState.Initial);

    public OpenMessage? FindOpen(string messageId) => Open.Find(message => message.MessageId == messageId);

    /// <summary>The message that is next to be sent on a channel: first in, first out. One that awaits consent holds nobody up.</summary>
    public OpenMessage? Head(Channel channel) =>
        Open.Find(message => message.Channel == channel && message.Phase != MessagePhase.AwaitsConsent);

    public ConversationState Apply(IEnumerable<ConversationEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate(this, (state, e) => state.Apply(e));
    }

    public ConversationState Apply(ConversationEvent e) => e switch
    {
        AliasesLearned learned => this with { Aliases = Aliases.With(new Aliases(learned.Phone, learned.Bsuid).AsOf(learned.ProviderAt)) },

        PhoneLost lost => Aliases.Phone == lost.Phone ? this with { Aliases = Aliases.WithoutPhone(lost.ProviderAt) } : this,
        MergedInto merged => this with { MergedInto = merged.Contact },
        ContactMerged merged => merged.Standings.Aggregate(
            this with { Merged = Merged.Add(merged.Contact) },
            (state, ended) => state.On(ended.Channel, channel => MergedStandings.Join(channel, ended))),

        ConsentAsked asked => OnConsent(asked.Channel, consent => consent.Ask(asked.At, asked.MessageId, asked.Repeat)),
        ConsentGiven given => Apply(given, ProviderClock.InFavour(given.ProviderAt, given.At)),
        ConsentRefused refused => Apply(refused, ProviderClock.AtMost(refused.ProviderAt, refused.At)),

        SessionOpened opened => On(opened.Channel, state => state with { Session = state.Session.Extend(opened.Until) }),
        SessionExtended extended => On(extended.Channel, state => state with { Session = state.Session.Extend(extended.Until) }),
        SessionClosed closed => On(closed.Channel, state => state with { Session = state.Session.Close(closed.Until) }),

        MessageReceived received => Learn(received.Channel, true, ProviderClock.AtMost(received.ProviderAt, received.At)),
        StatusReceived status => Apply(status),
        ReactionReceived reaction => Learn(reaction.Channel, true, ProviderClock.AtMost(reaction.ProviderAt, reaction.At)),
        MessageEdited edited => Learn(edited.Channel, true, ProviderClock.AtMost(edited.ProviderAt, edited.At)),
        MessageRevoked revoked => Learn(revoked.Channel, true, ProviderClock.AtMost(revoked.ProviderAt, revoked.At)),
        CallRecorded { Inbound: true } call => Learn(call.Channel, true, ProviderClock.AtMost(call.ProviderAt, call.At)),
        CallRecorded or CallUpdated or MessageEchoed or MessageBlocked => this,
        MarketingPreferenceChanged { Stopped: true } stop => Prefer(stop, ProviderClock.AtMost(stop.ProviderAt, stop.At)),
        MarketingPreferenceChanged resume => Prefer(resume, ProviderClock.InFavour(resume.ProviderAt, resume.At)),

        MessageAccepted accepted => Apply(accepted),
        // It goes to the end: in its old place it could stand before a message whose attempt is open.
        MessageQueued queued => this with
        {
            Open = Open
                .RemoveAll(open => open.MessageId == queued.MessageId)
                .Add(new OpenMessage(queued.MessageId, queued.Channel, queued.Number, queued.Kind, MessagePhase.Queued)),
        },
        MessageReplaced => this,
        AttemptStarted started => OnOpen(
            started.MessageId,
            open => open with { Phase = MessagePhase.Attempting, AttemptId = started.AttemptId, Deadline = started.Deadline, WaitsSince = started.At }),
        // Where an earlier attempt turned out to be enough, there is nothing left to send.
        AttemptDeferred deferred => OnOpen(
            deferred.MessageId,
            open => open.Arrived || open.TakenAs is not null
                ? null
                : open with { Phase = MessagePhase.Queued, AttemptId = null, NotBefore = deferred.NotBefore, WaitsSince = deferred.At }),
        MessageSent sent => OnOpen(sent.MessageId, open => IsEnded(open, sent.AttemptId) ? null : open with { TakenAs = sent.ProviderMessageId })
            .OnConsent(sent.Channel, consent => consent.Sent(sent.At, sent.MessageId)),
        OutcomeUnknown unknown => OnOpen(unknown.MessageId, open => IsEnded(open, unknown.AttemptId) ? null : open)
            .OnConsent(unknown.Channel, consent => consent.Sent(unknown.At, unknown.MessageId)),
        MessageFailed failed => Apply(failed),
        _ => throw new InvalidOperationException($"The state does not know the event {e.GetType().Name}."),
    };

    private ConversationState Apply(MessageAccepted accepted)
    {
        var next = Inform(accepted.Channel, accepted.Kind, informed: true) with
        {
            Open = Open.Add(new OpenMessage(
                accepted.MessageId,
                accepted.Channel,
                accepted.Number,
                accepted.Kind,
                accepted.AwaitsConsent ? MessagePhase.AwaitsConsent : MessagePhase.Queued)),
        };
        return accepted.Kind == OutboundKind.OptInRequest
            ? next.OnConsent(accepted.Channel, consent => consent.AskIn(accepted.Template?.Language))
            : next;
    }

    private ConversationState Apply(ConsentGiven given, DateTimeOffset at) =>
        OnConsent(given.Channel, consent => given.By == AnswerForm.FirstMessage ? consent.Imply(at) : consent.Grant(at));

    private ConversationState Apply(ConsentRefused refused, DateTimeOffset at) =>
        OnConsent(refused.Channel, consent => refused is { Stop: false, By: AnswerForm.Word } ? consent.Refuse(at) : consent.Stop(at));

    private ConversationState Prefer(MarketingPreferenceChanged preference, DateTimeOffset at) =>
        On(preference.Channel, state => state with { Marketing = state.Marketing.Learn(preference.Stopped, at) });

    private ConversationState Apply(StatusReceived status) => status.Status switch
    {
        DeliveryStatus.Sent => PassOn(status),
        DeliveryStatus.Failed => Fail(status),
        _ => PassOn(status).Arrive(status.MessageId).Learn(status.Channel, true, ProviderClock.AtMost(status.ProviderAt, status.At)),
    };

    private ConversationState PassOn(StatusReceived status) =>
        OnConsent(status.Channel, consent => consent.PassedOn(status.ProviderAt, status.MessageId));

    private ConversationState Fail(StatusReceived status)
    {
        var next = OnOpen(status.MessageId, open => open.TakenAs == status.ProviderMessageId ? open with { TakenAs = null } : open);
        return status.Code is RefusalCodes.NotOnWhatsApp or RefusalCodes.NotOnSms ? next.Learn(status.Channel, false, ProviderClock.AtMost(status.ProviderAt, status.At)) : next;
    }

    private ConversationState Apply(MessageFailed failed)
    {
        var next = Inform(failed.Channel, failed.Kind, informed: false) with { Open = Open.RemoveAll(open => open.MessageId == failed.MessageId) };
        if (failed.Kind == OutboundKind.OptInRequest)
        {
            next = next.OnConsent(failed.Channel, consent => consent.Unask(failed.MessageId));
        }

        if (failed is { Code: RefusalCodes.MarketingStopped, ProviderCode: not null })
        {
            next = next.On(failed.Channel, state => state with
            {
                Marketing = state.Marketing.Learn(stopped: true, ProviderClock.AtMost(failed.FailedAt, failed.At)),
            });
        }

        if (failed is { Code: RefusalCodes.MarketingHeldBack, ProviderCode: not null })
        {
            next = next.On(failed.Channel, state => state with { Marketing = state.Marketing.HoldBack(ProviderClock.AtMost(failed.FailedAt, failed.At)) });
        }

        // Without a code of the provider it was we who refused, by what we knew: that is no news.
        return failed is { Code: RefusalCodes.NotOnWhatsApp or RefusalCodes.NotOnSms, ProviderCode: not null }
            ? next.Learn(failed.Channel, false, ProviderClock.AtMost(failed.FailedAt, failed.At))
            : next;
    }

    /// <summary>With this attempt? A newer attempt of the same message stays open; a retry that has not begun is dropped.</summary>
    private static bool IsEnded(OpenMessage open, string attemptId) => open.AttemptId is null || open.AttemptId == attemptId;

    /// <summary>The message has arrived after all, by an earlier attempt: a retry that has not begun is dropped.</summary>
    private ConversationState Arrive(string messageId) => OnOpen(messageId, open => open.AttemptId is null ? null : open with { Arrived = true });

    private ConversationState Learn(Channel channel, bool reachable, DateTimeOffset at) =>
        On(channel, state => state with { Reachability = state.Reachability.Learn(reachable, at) });

    private ConversationState OnConsent(Channel channel, Func<Consent.ConsentState, Consent.ConsentState> change) =>
        On(channel, state => state with { Consent = change(state.Consent) });

    private ConversationState Inform(Channel channel, OutboundKind kind, bool informed) =>
        kind == OutboundKind.Disclaimer ? On(channel, state => state with { Informed = informed }) : this;

    private ConversationState On(Channel channel, Func<ChannelState, ChannelState> change) =>
        this with { Channels = Channels.SetItem(channel, change(this[channel])) };

    /// <param name="messageId">Nothing happens where it isn't open.</param>
    /// <param name="change">Gives null where the message has ended.</param>
    private ConversationState OnOpen(string messageId, Func<OpenMessage, OpenMessage?> change)
    {
        var index = Open.FindIndex(open => open.MessageId == messageId);
        return index < 0 ? this
            : change(Open[index]) is { } changed ? this with { Open = Open.SetItem(index, changed) }
            : this with { Open = Open.RemoveAt(index) };
    }
}
