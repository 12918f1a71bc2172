using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Session;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

public sealed class SessionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly Talk _talk = new();

    private SessionWindow Session => _talk.WhatsApp.Session;

    [Fact]
    public void A_message_from_the_contact_opens_it_for_24_hours_from_the_providers_time()
    {
        _talk.Receive("Hello", late: TimeSpan.FromHours(1));

        var until = Talk.ToProvider(_talk.Now - TimeSpan.FromHours(1)) + Day;
        Assert.Equal(until, Assert.Single(_talk.Turns[0].Of<SessionOpened>()).Until);
        Assert.True(Session.IsOpen(until.AddTicks(-1)));
        Assert.False(Session.IsOpen(until));
    }

    [Fact]
    public void The_next_message_extends_it_and_ours_does_not()
    {
        _talk.Receive("Hello");
        _talk.Advance(TimeSpan.FromHours(3));
        _talk.Receive("Me again");
        _talk.Advance(TimeSpan.FromHours(3));
        _talk.Send();
        _talk.DispatchAll();

        var extended = Assert.Single(_talk.Turns.SelectMany(turn => turn.Of<SessionExtended>()));
        Assert.Equal(Talk.ToProvider(Talk.Start.AddHours(3)) + Day, extended.Until);
        Assert.Equal(extended.Until, Session.Until);
    }

    [Fact]
    public void An_older_message_that_comes_late_does_not_shorten_it()
    {
        _talk.Receive("Hello");
        var until = Session.Until;
        _talk.Receive("Earlier", late: TimeSpan.FromHours(5));

        Assert.Equal(until, Session.Until);
        Assert.DoesNotContain(_talk.Turns[^1].Decision.Events, e => e is SessionOpened or SessionExtended);
    }

    [Fact]
    public void A_message_that_was_under_way_for_a_day_opens_nothing()
    {
        _talk.Receive("Hello", late: Day);

        Assert.Null(Session.Until);
    }

    [Fact]
    public void A_providers_clock_that_is_ahead_does_not_stretch_it()
    {
        _talk.Receive(_talk.Inbound("Hello", _talk.Now.AddHours(2)));

        Assert.Equal(_talk.Now + Day, Session.Until);
    }

    [Fact]
    public void The_reminder_records_the_end_once_and_only_when_it_is_over()
    {
        _talk.Receive("Hello");
        var until = Session.Until!.Value;
        _talk.Advance(until - _talk.Now - TimeSpan.FromTicks(1));
        Assert.Empty(_talk.Lapse().Events);
        _talk.Advance(TimeSpan.FromTicks(1));

        var closed = Assert.IsType<SessionClosed>(Assert.Single(_talk.Lapse().Events));
        Assert.Equal((until, ClosedBy.Reminder), (closed.Until, closed.By));
        Assert.Empty(_talk.Lapse().Events);
    }

    [Fact]
    public void A_send_after_the_end_is_refused_before_the_reminder_came_and_records_the_end()
    {
        _talk.Receive("Hello");
        _talk.Advance(Day);
        var decision = _talk.Send();

        Assert.Equal(RefusalCodes.SessionClosed, decision.Refusal?.Code);
        Assert.Equal(ClosedBy.Clock, Assert.IsType<SessionClosed>(Assert.Single(decision.Events)).By);
        Assert.Empty(_talk.Lapse().Events);
    }

    [Fact]
    public void The_contact_reopens_it_by_writing_and_the_end_before_is_recorded_first()
    {
        _talk.Receive("Hello");
        _talk.Advance(Day);
        _talk.Receive("Back again");

        Assert.Equal(
            [typeof(SessionClosed), typeof(MessageReceived), typeof(SessionOpened)],
            _talk.Turns[^1].Decision.Events.Select(e => e.GetType()));
        Assert.True(Session.IsOpen(_talk.Now));
        Assert.False(Session.HasLapsedUnrecorded(_talk.Now));
    }

    [Fact]
    public void Ends_read_in_any_order_leave_the_latest()
    {
        var session = SessionWindow.Never.Extend(_talk.Now.AddHours(2)).Extend(_talk.Now.AddHours(1));

        Assert.Equal(_talk.Now.AddHours(2), session.Until);
    }

    [Fact]
    public void A_talk_that_never_was_has_nothing_to_close()
    {
        Assert.Empty(_talk.Lapse().Events);
        Assert.False(SessionWindow.Never.IsOpen(_talk.Now));
    }
}
