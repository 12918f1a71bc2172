using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>Whatever happens in whatever order: what may go out.</summary>
public sealed class SendingHistories
{
    [Fact]
    public void No_free_text_is_attempted_outside_an_open_session() => ForEachAttempt((attempt, book) =>
    {
        if (attempt.Kind is OutboundKind.Text or OutboundKind.StopConfirmation)
        {
            Assert.True(book.SessionIsOpen(attempt.Now));
        }
    });

    [Fact]
    public void Nothing_but_the_opt_in_request_is_attempted_before_consent() => ForEachAttempt((attempt, book) =>
    {
        if (attempt.Kind is not (OutboundKind.OptInRequest or OutboundKind.StopConfirmation))
        {
            Assert.Equal(ConsentStatus.Granted, book.Consent);
        }
    });

    [Fact]
    public void Nothing_is_attempted_after_a_refusal_but_the_confirmation_of_STOP() => ForEachAttempt((attempt, book) =>
    {
        if (book.Consent.IsRefused())
        {
            Assert.Equal(OutboundKind.StopConfirmation, attempt.Kind);
        }
    });

    [Fact]
    public void The_request_is_attempted_only_before_the_answer_and_the_confirmation_of_STOP_only_while_it_is_true() => ForEachAttempt((attempt, book) =>
    {
        switch (attempt.Kind)
        {
            case OutboundKind.OptInRequest:
                Assert.Contains(book.Consent, new[] { ConsentStatus.NotAsked, ConsentStatus.Asked });
                break;
            case OutboundKind.StopConfirmation:
                Assert.True(book.Consent.IsRefused());
                break;
        }
    });

    [Fact]
    public void A_STOP_is_confirmed_at_most_once() => Property.Holds(History.Any, history =>
    {
        HashSet<string> confirmed = new(StringComparer.Ordinal);
        foreach (var turn in Story.Play(history).Talk.Turns)
        {
            foreach (var confirmation in turn.Of<MessageAccepted>().Where(accepted => accepted.Kind == OutboundKind.StopConfirmation))
            {
                var stop = Assert.IsType<ReceiveMessage>(turn.Command);
                Assert.Equal(stop.ButtonPayload is null ? "STOP" : "Unsubscribe", stop.Text);
                Assert.True(confirmed.Add(stop.ProviderMessageId), $"{confirmation.MessageId} confirms a second time");
            }
        }
    });

    [Fact]
    public void A_message_goes_out_once_unless_it_was_surely_not_taken_or_a_person_retries() => Property.Holds(History.Any, history =>
    {
        var events = Story.Play(history).Talk.Log.Select(stored => stored.Read()).ToList();
        foreach (var attempts in events.OfType<AttemptStarted>().GroupBy(started => started.MessageId, StringComparer.Ordinal))
        {
            var deferred = events.OfType<AttemptDeferred>().Count(e => e.MessageId == attempts.Key);
            var retried = events.OfType<MessageQueued>().Count(e => e.MessageId == attempts.Key && e.RetriedBy is not null);
            Assert.InRange(attempts.Count(), 1, 1 + deferred + retried);
        }
    });

    [Fact]
    public void No_attempt_begins_for_a_message_that_the_provider_is_known_to_have() => ForEachAttempt((attempt, _) =>
        Assert.False(attempt.Shown.IsTaken(), $"It was shown as {attempt.Shown}"));

    [Fact]
    public void A_refused_command_leaves_no_trace_but_the_end_of_a_session() => Property.Holds(History.Any, history =>
    {
        foreach (var turn in Story.Play(history).Talk.Turns.Where(turn => turn.Decision.Refusal is not null))
        {
            var trace = turn.Decision.Events.Where(e => e is not SessionClosed);

            // A dispatcher that is told no ends the message, and with a request what waits for its answer.
            Assert.All(trace, e => Assert.True(turn.Command is StartAttempt && e is MessageFailed, $"{turn.Command} was refused and left {e}"));
        }
    });

    private static void ForEachAttempt(Action<Begun, Book> check) => Property.Holds(History.Any, history =>
    {
        var turns = Story.Play(history).Talk.Turns;
        foreach (var turn in turns)
        {
            foreach (var started in turn.Of<AttemptStarted>())
            {
                var message = turns[turn.Index - 1].Messages.Single(message => message.MessageId == started.MessageId);
                check(new Begun(turn.Now, message.Kind, message.Status), new Book(turns.Take(turn.Index), history.FirstMessageIsConsent));
            }
        }
    });

    private sealed record Begun(DateTimeOffset Now, OutboundKind Kind, MessageStatus Shown);
}
