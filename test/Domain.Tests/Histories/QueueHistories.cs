using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>Whatever happens in whatever order: no message is lost, stuck, or shown to be what it is not.</summary>
public sealed class QueueHistories
{
    [Fact]
    public void A_message_is_either_open_or_ended_and_shown_so() => Property.Holds(History.Any, history =>
    {
        foreach (var turn in Story.Play(history).Talk.Turns)
        {
            Assert.All(turn.Messages.Where(message => !message.Inbound), message =>
            {
                var shown = turn.After.FindOpen(message.MessageId) switch
                {
                    null => message.Status is not (MessageStatus.Waiting or MessageStatus.Queued or MessageStatus.Sending),
                    { Phase: MessagePhase.AwaitsConsent } => message.Status == MessageStatus.Waiting,
                    { Phase: MessagePhase.Queued } => message.Status == MessageStatus.Queued,

                    // An earlier attempt that nobody knew of may turn out to have arrived while this one is open.
                    _ => message.Status == MessageStatus.Sending || (message.Attempts > 1 && message.Status > MessageStatus.Sent),
                };
                Assert.True(shown, $"{message.MessageId} is {turn.After.FindOpen(message.MessageId)?.Phase} and shown as {message.Status} after {turn.Command}");
            });
            Assert.Equal(turn.After.Open.Count, turn.After.Open.DistinctBy(open => open.MessageId).Count());
        }
    });

    [Fact]
    public void At_most_one_attempt_is_open_on_a_channel() => Property.Holds(History.Any, history =>
        Assert.All(Story.Play(history).Talk.Turns, turn =>
            Assert.InRange(turn.After.Open.Count(open => open.Phase == MessagePhase.Attempting), 0, 1)));

    [Fact]
    public void Messages_are_attempted_in_the_order_in_which_they_were_accepted_released_or_retried() => Property.Holds(History.Any, history =>
    {
        Dictionary<string, long> order = new(StringComparer.Ordinal);
        var talk = Story.Play(history).Talk;
        var version = 0L;
        foreach (var turn in talk.Turns)
        {
            foreach (var e in turn.Decision.Events)
            {
                version++;
                switch (e)
                {
                    case MessageAccepted accepted:
                        order[accepted.MessageId] = version;
                        break;
                    case MessageQueued queued:
                        order[queued.MessageId] = version;
                        break;
                    case AttemptStarted started:
                        var earlier = turn.Before.Open.Where(open => order[open.MessageId] < order[started.MessageId]);
                        Assert.All(earlier, open => Assert.Equal(MessagePhase.AwaitsConsent, open.Phase));
                        break;
                }
            }
        }
    });

    [Fact]
    public void A_displayed_status_never_goes_back() => Property.Holds(History.Any, history =>
    {
        Dictionary<string, MessageStatus> shown = new(StringComparer.Ordinal);
        foreach (var turn in Story.Play(history).Talk.Turns)
        {
            foreach (var message in turn.Messages.Where(message => !message.Inbound))
            {
                if (shown.TryGetValue(message.MessageId, out var before))
                {
                    Assert.True(MayFollow(before, message.Status, turn), $"{message.MessageId} was {before} and became {message.Status} by {turn.Command}");
                }

                shown[message.MessageId] = message.Status;
            }
        }
    });

    [Fact]
    public void Every_queue_can_be_worked_off_and_the_state_is_empty_then() => Property.Holds(History.WithClaims, history =>
    {
        var story = Story.Play(history);
        var talk = story.Talk;
        talk.Advance(TimeSpan.FromMinutes(11));
        foreach (var open in talk.State.Open)
        {
            talk.Resolve(open.MessageId);
        }

        while (talk.State.Head(Channel.WhatsApp) is { } head)
        {
            talk.Advance(head.NotBefore > talk.Now ? head.NotBefore - talk.Now : TimeSpan.Zero);
            talk.DispatchAll();
        }

        talk.Receive("Yes");
        talk.DispatchAll();
        Assert.Empty(talk.State.Open);
    });

    [Fact]
    public void The_stored_events_lead_to_the_same_state_and_the_same_messages() => Property.Holds(History.Any, history =>
    {
        var talk = Story.Play(history).Talk;
        List<ConversationEvent> stored = [.. talk.Log.Select(stored => stored.Read())];
        var state = ConversationState.Empty.Apply(stored);

        // What the decisions themselves were made on never went through JSON.
        List<ConversationEvent> decided = [.. talk.Turns.SelectMany(turn => turn.Decision.Events)];
        Assert.Equal(Canonical.Json(ConversationState.Empty.Apply(decided)), Canonical.Json(state));
        Assert.Equal(Canonical.Json(talk.State), Canonical.Json(state));
        Assert.Equal(Canonical.Json(talk.Messages.Values), Canonical.Json(Fold(stored).Values));
        Assert.Equal(Canonical.Json(talk.Messages.Values), Canonical.Json(Fold(decided).Values));
    });

    [Fact]
    public void An_event_that_is_not_said_changes_nothing_of_what_its_message_says() => Property.Holds(History.Any, history =>
    {
        Dictionary<string, MessageView> messages = new(StringComparer.Ordinal);
        foreach (var (index, e) in Story.Play(history).Talk.Log.Select(stored => stored.Read()).Index())
        {
            if (e is not IMessageEvent { MessageId: var id } || MessageView.Apply(messages.GetValueOrDefault(id), index + 1, e) is not { } view)
            {
                continue;
            }

            if (!MessageView.IsSaid(e))
            {
                Assert.Equal(Said(messages[id]), Said(view));
            }

            messages[id] = view;
        }
    });

    private static object Said(MessageView view) =>
        (view.Inbound, view.Channel, view.Kind, view.ProviderKind, view.ContentVersion, view.Policy, view.Edit, view.Reaction, view.Revocation, view.Call);

    private static Dictionary<string, MessageView> Fold(IEnumerable<ConversationEvent> events)
    {
        Dictionary<string, MessageView> messages = new(StringComparer.Ordinal);
        foreach (var (index, e) in events.Index())
        {
            if (e is IMessageEvent { MessageId: var id } && MessageView.Apply(messages.GetValueOrDefault(id), index + 1, e) is { } view)
            {
                messages[id] = view;
            }
        }

        return messages;
    }

    private static bool MayFollow(MessageStatus before, MessageStatus after, Turn turn) => (before, after) switch
    {
        _ when before == after => true,
        (MessageStatus.Failed or MessageStatus.OutcomeUnknown, MessageStatus.Queued) => turn.Of<MessageQueued>().Any(queued => queued.RetriedBy is not null),
        (MessageStatus.Sending, MessageStatus.Queued) => turn.Of<AttemptDeferred>().Any(),
        (MessageStatus.Failed, MessageStatus.Sent) => false,
        (MessageStatus.Failed or MessageStatus.OutcomeUnknown, _) => after > MessageStatus.Sending,
        (_, MessageStatus.OutcomeUnknown) => before == MessageStatus.Sending,
        (_, MessageStatus.Failed) => before <= MessageStatus.Sent,
        _ => after > before,
    };
}
