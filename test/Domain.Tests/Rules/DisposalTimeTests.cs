using MultiLine.Domain.Retention;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>When disposal begins by itself, and by which clock it does not.</summary>
public sealed class DisposalTimeTests
{
    private static readonly DateTimeOffset Last = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Short = Long - TimeSpan.FromTicks(1);

    [Theory]
    [InlineData(0.99, DisposalTurn.NotDue)]
    [InlineData(1, DisposalTurn.Due)]
    [InlineData(30, DisposalTurn.Due)]
    [InlineData(30.1, DisposalTurn.AskPerson)]
    [InlineData(3650, DisposalTurn.AskPerson)]
    [InlineData(-1, DisposalTurn.NotDue)]
    [InlineData(-1.1, DisposalTurn.Due)]
    [InlineData(-3650, DisposalTurn.Due)]
    public void A_run_is_due_a_day_after_the_last_and_a_person_is_asked_where_the_clock_is_a_month_ahead(double days, DisposalTurn turn) =>
        Assert.Equal(turn, DisposalTime.Next(Last, Last.AddDays(days), Long));

    [Theory]
    [InlineData(0.99, DisposalTurn.NotDue)]
    [InlineData(1, DisposalTurn.ClockSettles)]
    [InlineData(3650, DisposalTurn.ClockSettles)]
    public void None_begins_before_the_clock_has_gone_on_for_an_hour(double days, DisposalTurn turn) =>
        Assert.Equal(turn, DisposalTime.Next(Last, Last.AddDays(days), Short));

    [Fact]
    public void The_first_run_waits_for_the_clock_only()
    {
        Assert.Equal(DisposalTurn.ClockSettles, DisposalTime.Next(null, Last, Short));
        Assert.Equal(DisposalTurn.Due, DisposalTime.Next(null, Last, Long));
    }

    [Theory]
    [InlineData(0.5, DisposalTurn.Due, DisposalTurn.Due)]
    [InlineData(-0.5, DisposalTurn.Due, DisposalTurn.Due)]
    [InlineData(2, DisposalTurn.ClockSettles, DisposalTurn.Due)]
    [InlineData(-2, DisposalTurn.ClockSettles, DisposalTurn.Due)]
    [InlineData(10_000, DisposalTurn.ClockSettles, DisposalTurn.AskPerson)]
    public void A_run_that_was_cut_short_goes_on_at_once_where_that_was_not_long_ago(double hours, DisposalTurn atOnce, DisposalTurn later)
    {
        Assert.Equal(atOnce, DisposalTime.GoOn(Last, Last.AddHours(hours), TimeSpan.Zero));
        Assert.Equal(later, DisposalTime.GoOn(Last, Last.AddHours(hours), Long));
    }
}
