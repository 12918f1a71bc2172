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

        ConsentAsked asked => OnConsent(asked.Channel, consent => consent.Ask(asked.At, asked.MessageId, asked.Repeat)),
        ConsentGiven { By: AnswerForm.FirstMessage } implied => OnConsent(implied.Channel, consent => consent.Imply(implied.ProviderAt)),
        ConsentGiven given => OnConsent(given.Channel, consent => consent.Grant(given.ProviderAt)),
        ConsentRefused { Stop: false, By: AnswerForm.Word } no => OnConsent(no.Channel, consent => consent.Refuse(no.ProviderAt)),
        ConsentRefused refused => OnConsent(refused.Channel, consent => consent.Stop(refused.ProviderAt)),

        SessionOpened opened => On(opened.Channel, state => state with { Session = state.Session.Extend(opened.Until) }),
        SessionExtended extended => On(extended.Channel, state => state with { Session = state.Session.Extend(extended.Until) }),
        SessionClosed closed => On(closed.Channel, state => state with { Session = state.Session.Close(closed.Until) }),

        MessageReceived received => Learn(received.Channel, true, received.ProviderAt),
        StatusReceived status => Apply(status),

        MessageAccepted accepted => this with
        {
            Open = Open.Add(new OpenMessage(
                accepted.MessageId,
                accepted.Channel,
                accepted.Number,
                accepted.Kind,
                accepted.AwaitsConsent ? MessagePhase.AwaitsConsent : MessagePhase.Queued)),
        },
        // It goes to the end: in its old place it could stand before a message whose attempt is open.
        MessageQueued queued => this with
        {
            Open = Open
                .RemoveAll(open => open.MessageId == queued.MessageId)
                .Add(new OpenMessage(queued.MessageId, queued.Channel, queued.Number, queued.Kind, MessagePhase.Queued)),
        },
        AttemptStarted started => OnOpen(
            started.MessageId,
            open => open with { Phase = MessagePhase.Attempting, AttemptId = started.AttemptId, Deadline = started.Deadline }),
        AttemptDeferred deferred => OnOpen(
            deferred.MessageId,
            open => open with { Phase = MessagePhase.Queued, AttemptId = null, NotBefore = deferred.NotBefore }),
        MessageSent sent => Settle(sent.MessageId, sent.AttemptId),
        OutcomeUnknown unknown => Settle(unknown.MessageId, unknown.AttemptId),
        MessageFailed failed => Apply(failed),
        _ => throw new InvalidOperationException($"The state does not know the event {e.GetType().Name}."),
    };

    private ConversationState Apply(StatusReceived status) => status switch
    {
        { Status: DeliveryStatus.Failed, Code: RefusalCodes.NotOnWhatsApp } => Learn(status.Channel, false, status.ProviderAt),
        { Status: DeliveryStatus.Delivered or DeliveryStatus.Read or DeliveryStatus.Played } =>
            DropRetry(status.MessageId).Learn(status.Channel, true, status.ProviderAt),
        _ => this,
    };

    private ConversationState Apply(MessageFailed failed)
    {
        var next = this with { Open = Open.RemoveAll(open => open.MessageId == failed.MessageId) };
        if (failed.Kind == OutboundKind.OptInRequest)
        {
            next = next.OnConsent(failed.Channel, consent => consent.Unask(failed.MessageId));
        }

        // Without a code of the provider it was we who refused, by what we knew: that is no news.
        return failed is { Code: RefusalCodes.NotOnWhatsApp, ProviderCode: not null } ? next.Learn(failed.Channel, false, failed.FailedAt) : next;
    }

    /// <summary>The attempt has ended. A newer attempt of the same message stays open; a retry that has not begun is dropped.</summary>
    private ConversationState Settle(string messageId, string attemptId) => this with
    {
        Open = Open.RemoveAll(open => open.MessageId == messageId && (open.AttemptId is null || open.AttemptId == attemptId)),
    };

    /// <summary>The message has arrived after all, by an earlier attempt.</summary>
    private ConversationState DropRetry(string messageId) => this with
    {
        Open = Open.RemoveAll(open => open.MessageId == messageId && open.AttemptId is null),
    };

    private ConversationState Learn(Channel channel, bool reachable, DateTimeOffset at) =>
        On(channel, state => state with { Reachability = state.Reachability.Learn(reachable, at) });

    private ConversationState OnConsent(Channel channel, Func<Consent.ConsentState, Consent.ConsentState> change) =>
        On(channel, state => state with { Consent = change(state.Consent) });

    private ConversationState On(Channel channel, Func<ChannelState, ChannelState> change) =>
        this with { Channels = Channels.SetItem(channel, change(this[channel])) };

    private ConversationState OnOpen(string messageId, Func<OpenMessage, OpenMessage> change)
    {
        var index = Open.FindIndex(open => open.MessageId == messageId);
        return index < 0 ? this : this with { Open = Open.SetItem(index, change(Open[index])) };
    }
}
