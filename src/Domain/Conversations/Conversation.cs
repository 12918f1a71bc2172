using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>The rules of a conversation: which events a command leads to. Pure: no clock, no chance, nothing read or written.</summary>
public static class Conversation
{
    public static Decision Decide(ConversationState state, ConversationCommand command, ConversationRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        var draft = new Draft(state, rules, now) { Known = KnownAliases(command, now), MergedInto = state.MergedInto ?? Facts(command)?.MergedInto };
        var refusal = command switch
        {
            ReceiveMessage receive => Receiving.Receive(draft, receive),
            ReceiveChange change => Changing.Receive(draft, change),
            RecordEcho echo => Changing.Record(draft, echo),
            ReportCall call => Changing.Report(draft, call),
            ChangeMarketingPreference preference => Changing.Prefer(draft, preference),
            EndInto end => Merging.End(draft, end),
            Absorb absorb => Merging.Absorb(draft, absorb),
            LearnAliases => Learn(draft),
            SendMessage send => Sending.Send(draft, send),
            AskConsent ask => Sending.Ask(draft, ask),
            RetryMessage retry => Sending.Retry(draft, retry),
            StartAttempt start => Attempts.Start(draft, start),
            RecordOutcome outcome => Attempts.Record(draft, outcome),
            RecordStatus status => Attempts.Record(draft, status),
            ResolveAttempt resolve => Attempts.Resolve(draft, resolve),
            LapseSession lapse => Lapse(draft, lapse.Channel),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No conversation knows this command."),
        };
        return new Decision(draft.Events, refusal) { Lacks = draft.Lacks };
    }

    private static SendingFacts? Facts(ConversationCommand command) => command switch
    {
        SendMessage send => send.Facts,
        AskConsent ask => ask.Facts,
        RetryMessage retry => retry.Facts,
        _ => null,
    };

    private static Aliases KnownAliases(ConversationCommand command, DateTimeOffset now) => command switch
    {
        // Dated far ahead it would be newer than all that follow.
        ReceiveMessage receive => receive.Sender.AsOf(ProviderClock.InFavour(receive.ProviderAt, now)),
        InboundNews news => news.Sender.AsOf(ProviderClock.InFavour(news.ProviderAt, now)),
        Absorb absorb => absorb.Known,
        LearnAliases learn => learn.Told,
        StartAttempt start => start.Known,
        _ => Facts(command)?.Known ?? Aliases.None,
    };

    private static Refusal? Learn(Draft draft)
    {
        draft.LearnAliases();
        return null;
    }

    private static Refusal? Lapse(Draft draft, Channel channel)
    {
        draft.CloseLapsedSession(channel, ClosedBy.Reminder);
        return null;
    }
}
