using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>Two contacts turned out to be one: one conversation ends, the other goes on for both.</summary>
internal static class Merging
{
    /// <summary>
    /// What waits or is queued fails, and its sender is told; what the provider may have already is followed to its end. So nothing is sent
    /// twice, and nothing is silently not sent.
    /// </summary>
    public static Refusal? End(Draft draft, EndInto command)
    {
        if (draft.State.MergedInto is not null)
        {
            return null;
        }

        foreach (var channel in Enum.GetValues<Channel>())
        {
            draft.CloseLapsedSession(channel, ClosedBy.Clock);
            draft.FailAll(channel, RefusalCodes.ContactMerged, message => message.Phase != MessagePhase.Attempting);
        }

        draft.Append(new MergedInto { At = draft.Now, Contact = command.Contact });
        return null;
    }

    public static Refusal? Absorb(Draft draft, Absorb command)
    {
        if (draft.State.Merged.Contains(command.Contact))
        {
            return null;
        }

        draft.LearnAliases();
        foreach (var ended in command.Standings)
        {
            draft.CloseLapsedSession(ended.Channel, ClosedBy.Clock);
        }

        draft.Append(new ContactMerged { At = draft.Now, Contact = command.Contact, Standings = command.Standings });
        foreach (var ended in command.Standings)
        {
            if (ended.SessionUntil is { } until)
            {
                draft.OpenSession(ended.Channel, until - draft.Rules.SessionWindow);
            }

            Settle(draft, ended.Channel);
        }

        return null;
    }

    /// <summary>Releases what waited for a consent that the other has, and ends what a refusal of the other forbids.</summary>
    private static void Settle(Draft draft, Channel channel)
    {
        var consent = draft.State[channel].Consent.Status;
        if (consent == ConsentStatus.Granted)
        {
            draft.Release(channel);
        }
        else if (consent.IsRefused())
        {
            draft.FailAll(
                channel,
                RefusalCodes.ConsentDeclined,
                message => message.Phase != MessagePhase.Attempting && message.Kind != OutboundKind.StopConfirmation);
        }
    }
}
