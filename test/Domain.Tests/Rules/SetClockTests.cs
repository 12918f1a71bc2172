using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>Our clock is set back: what waits by it does not wait until it is there again.</summary>
public sealed class SetClockTests
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(-3650);

    private readonly Talk _talk = new();

    [Fact]
    public void What_was_put_off_is_attempted_and_what_was_not_put_off_so_long_is_not()
    {
        Agreed();
        _talk.Send(id: "m1");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Deferred(_talk.Now.AddMinutes(15), 80007));

        _talk.Advance(TimeSpan.FromMinutes(-15));
        Assert.Null(_talk.Dispatch());
        _talk.Advance(TimeSpan.FromSeconds(-1));
        Assert.NotNull(_talk.Dispatch());
    }

    [Fact]
    public void An_open_attempt_ends_as_unknown_and_not_where_the_clock_was_set_back_a_little()
    {
        Agreed();
        _talk.Send(id: "m1");
        _talk.Dispatch();

        _talk.Advance(TimeSpan.FromMinutes(-10));
        Assert.Empty(_talk.Resolve("m1").Events);
        _talk.Advance(Back);
        _talk.Resolve("m1");

        Assert.Equal(MessageStatus.OutcomeUnknown, _talk.Messages["m1"].Status);
    }

    [Fact]
    public void Who_was_asked_by_a_clock_that_was_ahead_may_be_asked_again()
    {
        _talk.Ask();
        _talk.DispatchAll();
        var consent = _talk.WhatsApp.Consent;
        var day = _talk.Rules.AskAgainAfter;
        Assert.True(consent.AskAgainAt(day, _talk.Now) > _talk.Now);
        Assert.True(consent.AskAgainAt(day, _talk.Now - day) > _talk.Now - day);

        _talk.Advance(Back);

        Assert.Equal(_talk.Now, consent.AskAgainAt(day, _talk.Now));
        Assert.Empty(_talk.State.Open);
        _talk.Ask();
        Assert.Single(_talk.State.Open);
    }

    [Theory]
    [InlineData("No", ConsentStatus.Declined)]
    [InlineData("Who is this?", ConsentStatus.Asked)]
    [InlineData("Yes", ConsentStatus.Granted)]
    public void Whoever_is_asked_by_a_clock_that_is_ahead_is_heard_all_the_same(string answer, ConsentStatus status)
    {
        var ahead = TimeSpan.FromDays(1);
        _talk.Ask();
        foreach (var attempt in _talk.DispatchAll())
        {
            _talk.Report(attempt, DeliveryStatus.Sent, late: ahead);
        }

        _talk.Advance(TimeSpan.FromSeconds(10));
        _talk.Receive(answer, late: ahead);

        Assert.Equal(status, _talk.WhatsApp.Consent.Status);
    }

    [Fact]
    public void A_session_that_ended_by_a_clock_that_was_ahead_is_open_again_when_the_clock_is_right()
    {
        Agreed();
        var until = _talk.WhatsApp.Session.Until;
        _talk.Advance(TimeSpan.FromDays(3));
        _talk.Lapse();
        Assert.NotNull(_talk.Send().Refusal);

        _talk.Advance(TimeSpan.FromDays(-3));

        Assert.Null(_talk.Send().Refusal);
        Assert.Equal(until, _talk.WhatsApp.Session.Until);
    }

    [Fact]
    public void Who_could_not_be_reached_by_a_clock_that_was_ahead_can_be_tried()
    {
        var missed = Reachability.Unknown.Learn(reachable: false, Talk.Start);
        var month = TimeSpan.FromDays(30);

        Assert.True(missed.IsNotReachable(Talk.Start - month, month));
        Assert.False(missed.IsNotReachable(Talk.Start - month - TimeSpan.FromSeconds(1), month));
    }

    /// <summary>The contact writes, which is consent and opens the session.</summary>
    private void Agreed() => _talk.Receive("Hello");
}
