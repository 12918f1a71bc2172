using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

public sealed class AttemptsTests
{
    private readonly Talk _talk = new();

    public AttemptsTests()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
    }

    private MessageStatus Status => _talk.Messages["m1"].Status;

    [Fact]
    public void An_attempt_is_recorded_before_the_provider_is_called_and_has_a_deadline()
    {
        var attempt = _talk.Dispatch()!;

        var started = Assert.Single(_talk.Turns[^1].Of<AttemptStarted>());
        Assert.Equal(
            ("m1", attempt.AttemptId, Talk.Number, _talk.Now.AddMinutes(10)), (started.MessageId, started.AttemptId, started.Number, started.Deadline));
        Assert.Equal(MessageStatus.Sending, Status);
    }

    [Fact]
    public void A_second_dispatcher_gets_nothing()
    {
        _talk.Dispatch();
        var second = _talk.Decide(new StartAttempt("m1", "a-second", Talk.Number, _talk.Known));

        Assert.Equal(new Refusal(RefusalCodes.NotFound, "The message is not the next one to be sent."), second.Refusal);
        Assert.Empty(second.Events);
    }

    [Fact]
    public void Only_the_first_in_the_queue_is_sent()
    {
        _talk.Send(id: "m2");

        Assert.Equal(RefusalCodes.NotFound, _talk.Decide(new StartAttempt("m2", "a1", Talk.Number, _talk.Known)).Refusal?.Code);
        Assert.Equal(RefusalCodes.NotFound, _talk.Decide(new StartAttempt("nobody", "a1", Talk.Number, _talk.Known)).Refusal?.Code);
        Assert.Equal(["m1", "m2"], _talk.DispatchAll().Select(attempt => attempt.MessageId));
    }

    [Fact]
    public void What_became_forbidden_in_the_queue_is_not_sent()
    {
        _talk.Advance(TimeSpan.FromHours(24));
        var decision = _talk.Decide(new StartAttempt("m1", "a1", Talk.Number, _talk.Known));

        Assert.Equal(RefusalCodes.SessionClosed, decision.Refusal?.Code);
        Assert.Equal([typeof(SessionClosed), typeof(MessageFailed)], decision.Events.Select(e => e.GetType()));
        Assert.Equal(MessageStatus.Failed, Status);
    }

    [Fact]
    public void What_is_no_longer_kept_fails_at_the_attempt()
    {
        _talk.Receive("Hello");
        _talk.Decide(_talk.Outbound(id: "m1"));

        var decision = _talk.Decide(new StartAttempt("m1", "a1", Talk.Number, _talk.Known) with { IsContentGone = true });

        Assert.Equal(RefusalCodes.NoLongerKept, decision.Refusal?.Code);
        Assert.Equal(RefusalCodes.NoLongerKept, Assert.IsType<MessageFailed>(Assert.Single(decision.Events)).Code);
    }

    [Fact]
    public void A_channel_that_was_switched_off_sends_nothing()
    {
        _talk.Enabled = null;

        Assert.Null(_talk.Dispatch());
        Assert.Equal(RefusalCodes.WhatsAppNotEnabled, _talk.Messages["m1"].FailureCode);
    }

    [Fact]
    public void A_message_is_not_sent_from_a_number_that_is_not_the_lines_any_more()
    {
        _talk.Enabled = "106540352249999";

        Assert.Null(_talk.Dispatch());
        Assert.Equal(RefusalCodes.WhatsAppNotEnabled, _talk.Messages["m1"].FailureCode);

        _talk.Retry("m1");
        Assert.NotNull(_talk.Dispatch());
        Assert.Equal("106540352249999", Assert.Single(_talk.Turns[^1].Of<AttemptStarted>()).Number);
    }

    [Fact]
    public void The_confirmation_of_STOP_is_sent_only_in_the_session()
    {
        _talk.Receive("STOP");
        _talk.Advance(TimeSpan.FromHours(24));

        Assert.Empty(_talk.DispatchAll());
        Assert.Empty(_talk.State.Open);
    }

    [Fact]
    public void A_deferred_message_keeps_its_place_and_waits()
    {
        _talk.Send(id: "m2");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Deferred(_talk.Now.AddSeconds(4), 131056));

        Assert.Equal((MessageStatus.Queued, 131056), (Status, _talk.Messages["m1"].ProviderCode));
        Assert.Null(_talk.Dispatch());
        _talk.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(["m1", "m2"], _talk.DispatchAll().Select(attempt => attempt.MessageId));
    }

    [Fact]
    public void A_reply_is_recorded_once()
    {
        var attempt = _talk.Dispatch()!;
        _talk.Reply(attempt);

        Assert.Equal(LearnedBy.Reply, Assert.Single(_talk.Turns[^1].Of<MessageSent>()).By);
        Assert.Empty(_talk.Reply(attempt).Events);
        Assert.Empty(_talk.State.Open);
    }

    [Fact]
    public void A_status_may_come_before_the_reply()
    {
        var attempt = _talk.Dispatch()!;
        _talk.Report(attempt, DeliveryStatus.Delivered);

        Assert.Equal(LearnedBy.Status, Assert.Single(_talk.Turns[^1].Of<MessageSent>()).By);
        Assert.Equal(MessageStatus.Delivered, Status);
        Assert.Empty(_talk.Reply(attempt).Events);
    }

    [Fact]
    public void Without_an_answer_the_outcome_is_unknown_after_ten_minutes_and_not_before()
    {
        _talk.Dispatch();
        _talk.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Empty(_talk.Resolve("m1").Events);
        _talk.Advance(TimeSpan.FromTicks(1));
        _talk.Resolve("m1");

        Assert.Equal(MessageStatus.OutcomeUnknown, Status);
        Assert.Empty(_talk.State.Open);
        Assert.Empty(_talk.Resolve("m1").Events);
    }

    [Fact]
    public void An_unknown_outcome_becomes_known_by_a_late_reply_or_status()
    {
        var attempt = GiveUp();
        _talk.Reply(attempt);

        Assert.Equal(MessageStatus.Sent, Status);
    }

    [Fact]
    public void A_late_no_changes_nothing_that_was_given_up()
    {
        var attempt = GiveUp();

        Assert.Empty(_talk.Reply(attempt, new AttemptOutcome.Refused(RefusalCodes.ProviderRefused, 1)).Events);
        Assert.Empty(_talk.Reply(attempt, new AttemptOutcome.Deferred(_talk.Now, 1)).Events);
    }

    [Fact]
    public void A_retry_that_has_not_begun_is_dropped_when_the_first_attempt_turns_out_to_be_sent()
    {
        var attempt = GiveUp();
        _talk.Retry("m1");
        _talk.Report(attempt, DeliveryStatus.Sent);

        Assert.Empty(_talk.State.Open);
        Assert.Equal(MessageStatus.Sent, Status);
    }

    [Fact]
    public void A_retry_that_has_not_begun_is_dropped_when_the_first_attempt_arrives_after_all()
    {
        var attempt = _talk.Dispatch()!;
        _talk.Reply(attempt);
        _talk.Report(attempt, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 1);
        _talk.Retry("m1");
        _talk.Report(attempt, DeliveryStatus.Delivered);

        Assert.Empty(_talk.State.Open);
        Assert.Equal(MessageStatus.Delivered, Status);
    }

    [Theory]
    [InlineData(DeliveryStatus.Delivered, MessageStatus.Delivered)]
    [InlineData(DeliveryStatus.Read, MessageStatus.Read)]
    [InlineData(DeliveryStatus.Played, MessageStatus.Played)]
    [InlineData(DeliveryStatus.Sent, MessageStatus.Sent)]
    public void A_retry_under_way_that_was_surely_not_taken_is_not_sent_again_if_the_first_attempt_was_enough(DeliveryStatus late, MessageStatus shown)
    {
        var first = GiveUp();
        _talk.Retry("m1");
        var second = _talk.Dispatch()!;
        _talk.Report(first, late);
        Assert.Equal(second.AttemptId, _talk.State.FindOpen("m1")?.AttemptId);
        _talk.Reply(second, new AttemptOutcome.Deferred(_talk.Now, 131056));

        Assert.Empty(_talk.State.Open);
        Assert.Equal((shown, first.Wamid), (Status, _talk.Messages["m1"].ProviderMessageId));
        Assert.Null(_talk.Dispatch());
    }

    [Fact]
    public void A_retry_under_way_that_is_refused_is_no_failure_if_the_first_attempt_was_taken()
    {
        var first = GiveUp();
        _talk.Retry("m1");
        var second = _talk.Dispatch()!;
        _talk.Report(first, DeliveryStatus.Sent);
        _talk.Reply(second, new AttemptOutcome.Refused(RefusalCodes.SessionClosed, 131047));

        Assert.Empty(_talk.State.Open);
        Assert.Equal((MessageStatus.Sent, first.Wamid), (Status, _talk.Messages["m1"].ProviderMessageId));
        Assert.Empty(_talk.Turns[^1].Of<MessageFailed>());
        Assert.Null(_talk.Dispatch());
    }

    [Fact]
    public void A_retry_under_way_that_was_surely_not_taken_is_sent_again_if_the_first_attempt_failed_after_all()
    {
        var first = GiveUp();
        _talk.Retry("m1");
        var second = _talk.Dispatch()!;
        _talk.Reply(first);
        _talk.Report(first, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 1);
        _talk.Reply(second, new AttemptOutcome.Deferred(_talk.Now, 131056));

        Assert.Equal(MessageStatus.Queued, Status);
        Assert.NotNull(_talk.Dispatch());
    }

    [Fact]
    public void A_message_that_was_sent_by_its_first_attempt_after_all_can_still_fail()
    {
        var first = GiveUp();
        _talk.Retry("m1");
        var second = _talk.Dispatch()!;
        _talk.Reply(first);
        _talk.Reply(second, new AttemptOutcome.Deferred(_talk.Now, 131056));
        _talk.Report(first, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 1);

        Assert.Single(_talk.Turns[^1].Of<MessageFailed>());
        Assert.Equal(MessageStatus.Failed, Status);
    }

    [Fact]
    public void A_failure_of_the_newest_attempt_counts_though_an_older_one_is_heard_of_between()
    {
        var first = GiveUp();
        _talk.Retry("m1");
        var second = _talk.Dispatch()!;
        _talk.Reply(second);
        _talk.Report(first, DeliveryStatus.Sent);
        _talk.Report(second, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 1);

        Assert.Equal((MessageStatus.Failed, second.Wamid), (Status, _talk.Messages["m1"].ProviderMessageId));
    }

    [Fact]
    public void A_message_that_arrived_twice_arrived_when_it_was_there_first()
    {
        var first = GiveUp();
        _talk.Retry("m1");
        var second = _talk.Dispatch()!;
        _talk.Report(second, DeliveryStatus.Read);
        _talk.Report(second, DeliveryStatus.Delivered);
        _talk.Report(first, DeliveryStatus.Read, late: TimeSpan.FromMinutes(1));
        _talk.Report(first, DeliveryStatus.Delivered, late: TimeSpan.FromMinutes(1));

        var arrived = Talk.ToProvider(_talk.Now.AddMinutes(-1));
        Assert.Equal((arrived, arrived), (_talk.Messages["m1"].DeliveredAt, _talk.Messages["m1"].ReadAt));
    }

    [Fact]
    public void A_failure_of_an_earlier_attempt_does_not_end_the_one_under_way()
    {
        var first = GiveUp();
        _talk.Retry("m1");
        var second = _talk.Dispatch()!;
        _talk.Report(first, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 1);

        Assert.Equal(second.AttemptId, _talk.State.FindOpen("m1")?.AttemptId);
        Assert.Equal(MessageStatus.Sending, Status);
        _talk.Reply(second);
        Assert.Equal((MessageStatus.Sent, second.Wamid), (Status, _talk.Messages["m1"].ProviderMessageId));
    }

    [Fact]
    public void The_same_failure_reported_again_does_not_end_a_retry()
    {
        var talk = new Talk { Claims = false };
        talk.Receive("Hello");
        talk.Send(id: "m1");
        var attempt = talk.Dispatch()!;
        talk.Reply(attempt);
        talk.Report(attempt, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 1);
        talk.Retry("m1");
        talk.Report(attempt, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 1);

        Assert.Equal(MessageStatus.Queued, talk.Messages["m1"].Status);
        Assert.NotNull(talk.Dispatch());
    }

    [Fact]
    public void A_failure_after_delivery_is_kept_and_changes_nothing()
    {
        var attempt = _talk.DispatchAll()[0];
        _talk.Report(attempt, DeliveryStatus.Delivered);
        _talk.Report(attempt, DeliveryStatus.Failed);

        Assert.Equal(DeliveryStatus.Failed, Assert.Single(_talk.Turns[^1].Of<StatusReceived>()).Status);
        Assert.Empty(_talk.Turns[^1].Of<MessageFailed>());
        Assert.Equal(MessageStatus.Delivered, Status);
    }

    [Fact]
    public void A_failure_without_a_code_has_one_all_the_same()
    {
        _talk.Report(_talk.DispatchAll()[0], DeliveryStatus.Failed);

        Assert.Equal(RefusalCodes.ProviderRefused, Assert.Single(_talk.Turns[^1].Of<MessageFailed>()).Code);
        Assert.Equal(RefusalCodes.ProviderRefused, _talk.Messages["m1"].FailureCode);
    }

    private Attempt GiveUp()
    {
        var attempt = _talk.Dispatch()!;
        _talk.Advance(TimeSpan.FromMinutes(10));
        _talk.Resolve("m1");
        return attempt;
    }
}
