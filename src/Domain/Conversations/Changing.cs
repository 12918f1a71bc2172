using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>What is no message of its own: reactions, edits, deletions, calls, what was written elsewhere, preferences.</summary>
internal static class Changing
{
    public static Refusal? Receive(Draft draft, ReceiveChange command)
    {
        draft.LearnAliases();
        draft.Append(command.Change switch
        {
            MessageChange.Edit => new MessageEdited
            {
                At = draft.Now,
                MessageId = command.MessageId,
                Channel = command.Channel,
                Number = command.Number,
                ProviderMessageId = command.ProviderMessageId,
                ProviderAt = command.ProviderAt,
                Commitment = command.Commitment,
                Policy = command.Policy,
            },
            MessageChange.Revocation => new MessageRevoked
            {
                At = draft.Now,
                MessageId = command.MessageId,
                Channel = command.Channel,
                Number = command.Number,
                ProviderMessageId = command.ProviderMessageId,
                ProviderAt = command.ProviderAt,
                Commitment = command.Commitment,
            },
            _ => new ReactionReceived
            {
                At = draft.Now,
                MessageId = command.MessageId,
                Channel = command.Channel,
                Number = command.Number,
                ProviderMessageId = command.ProviderMessageId,
                ProviderAt = command.ProviderAt,
                Removed = command.Change == MessageChange.ReactionRemoved,
                Commitment = command.Commitment,
            },
        });
        return null;
    }

    public static Refusal? Record(Draft draft, RecordEcho command)
    {
        draft.LearnAliases();
        draft.Append(new MessageEchoed
        {
            At = draft.Now,
            MessageId = command.MessageId,
            Channel = command.Channel,
            Number = command.Number,
            ProviderMessageId = command.ProviderMessageId,
            ProviderAt = command.ProviderAt,
            Kind = command.Kind,
            InReplyTo = command.InReplyTo,
            Historic = command.Historic ? true : null,
            Commitment = command.Commitment,
            Policy = command.Policy,
        });
        return null;
    }

    public static Refusal? Report(Draft draft, ReportCall command)
    {
        draft.LearnAliases();
        draft.Append(command.IsKnown
            ? new CallUpdated
            {
                At = draft.Now,
                MessageId = command.MessageId,
                Channel = command.Channel,
                Number = command.Number,
                CallId = command.CallId,
                Happened = command.Happened,
                Result = command.Result,
                Seconds = command.Seconds,
                ProviderAt = command.ProviderAt,
                Commitment = command.Commitment,
            }
            : new CallRecorded
            {
                At = draft.Now,
                MessageId = command.MessageId,
                Channel = command.Channel,
                Number = command.Number,
                CallId = command.CallId,
                Inbound = command.Inbound,
                Happened = command.Happened,
                Result = command.Result,
                Seconds = command.Seconds,
                ProviderAt = command.ProviderAt,
                Commitment = command.Commitment,
            });
        if (command.SessionFrom is { } from)
        {
            draft.CloseLapsedSession(command.Channel, ClosedBy.Clock);
            draft.OpenSession(command.Channel, from);
        }

        return null;
    }

    public static Refusal? Prefer(Draft draft, ChangeMarketingPreference command)
    {
        draft.LearnAliases();
        draft.Append(new MarketingPreferenceChanged
        {
            At = draft.Now,
            Channel = command.Channel,
            Number = command.Number,
            Stopped = command.Stopped,
            ProviderAt = command.ProviderAt,
            Commitment = command.Commitment,
        });
        return null;
    }
}
