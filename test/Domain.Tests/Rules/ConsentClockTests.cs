using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>Answers by whose clock: ours and the provider's differ, and webhooks come late.</summary>
public sealed class ConsentClockTests
{
    private readonly Talk _talk = new();

    private ConsentState Consent => _talk.WhatsApp.Consent;

    [Fact]
    public void A_NO_in_the_second_of_the_request_is_an_answer_to_it()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive("No");

        Assert.True(Talk.ToProvider(_talk.Now) < _talk.Now);
        Assert.Equal(ConsentStatus.Declined, Consent.Status);
    }

    [Fact]
    public void Our_clock_may_be_ahead_and_a_NO_is_still_an_answer_to_the_request()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive("No", late: TimeSpan.FromSeconds(110));

        Assert.Equal(ConsentStatus.Declined, Consent.Status);
    }

    [Fact]
    public void Our_clock_may_be_ahead_and_an_answer_to_the_request_is_no_first_message()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive("Who is this?", late: TimeSpan.FromSeconds(110));

        Assert.Equal(ConsentStatus.Asked, Consent.Status);
        Assert.Empty(_talk.Turns[^1].Of<ConsentAsked>());
    }

    [Fact]
    public void A_NO_that_is_minutes_older_than_the_request_is_no_answer_to_it()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive("No", late: TimeSpan.FromSeconds(121));

        Assert.Equal(ConsentStatus.Asked, Consent.Status);
    }

    [Theory]
    [InlineData("No", "Yes")]
    [InlineData("Yes", "No")]
    public void NO_and_YES_of_the_same_second_are_a_NO(string first, string second)
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive(first);
        _talk.Receive(second);

        Assert.Equal(ConsentStatus.Declined, Consent.Status);
    }

    [Fact]
    public void A_STOP_that_is_older_than_the_last_YES_changes_nothing()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromHours(2));
        _talk.Receive("Yes");
        _talk.Receive("STOP", late: TimeSpan.FromHours(1));

        Assert.Equal(ConsentStatus.Granted, Consent.Status);
        Assert.Empty(_talk.Turns[^1].Of<MessageAccepted>());
    }

    [Fact]
    public void Our_clock_may_be_behind_and_a_STOP_still_outranks_the_YES_that_was_said_before_it_and_comes_after_it()
    {
        var providers = Talk.ToProvider(_talk.Now).AddSeconds(50);
        _talk.Receive(_talk.Inbound("STOP", providers));
        _talk.Advance(TimeSpan.FromSeconds(2));
        _talk.Receive(_talk.Inbound("YES", providers.AddSeconds(-5)));

        Assert.True(Consent.Status.IsRefused());
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("Hello")]
    public void A_consent_from_far_ahead_outranks_no_later_STOP(string text)
    {
        _talk.Receive(_talk.Inbound(text, Talk.Start.AddYears(70)));
        Assert.Equal(ConsentStatus.Granted, Consent.Status);
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("STOP");

        Assert.Equal(ConsentStatus.Withdrawn, Consent.Status);
    }

    [Fact]
    public void A_STOP_from_far_ahead_outranks_a_YES_for_an_hour_and_not_for_ever()
    {
        _talk.Receive(_talk.Inbound("STOP", DateTimeOffset.MaxValue));
        _talk.Advance(TimeSpan.FromHours(1));
        _talk.Receive("YES");
        Assert.True(Consent.Status.IsRefused());
        _talk.Advance(TimeSpan.FromSeconds(2));
        _talk.Receive("YES");

        Assert.Equal(ConsentStatus.Granted, Consent.Status);
    }

    [Fact]
    public void A_NO_from_far_ahead_is_an_answer_too()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive(_talk.Inbound("No", DateTimeOffset.MaxValue));

        Assert.Equal(ConsentStatus.Declined, Consent.Status);
    }

    [Fact]
    public void STOP_and_YES_of_the_same_second_are_a_STOP()
    {
        _talk.Receive("STOP");
        _talk.Receive("YES");

        Assert.True(Consent.Status.IsRefused());
    }

    [Fact]
    public void Of_several_NOs_the_first_counts_in_whatever_order_they_come()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromMinutes(30));
        _talk.Receive("No", late: TimeSpan.FromMinutes(20));
        _talk.Receive("No", late: TimeSpan.FromMinutes(10));
        _talk.Receive("No", late: TimeSpan.FromMinutes(25));

        Assert.Equal(Talk.ToProvider(Talk.Start.AddMinutes(5)), Consent.RefusedAt);
        _talk.Receive("No", late: TimeSpan.FromMinutes(1));
        Assert.Equal(Talk.ToProvider(Talk.Start.AddMinutes(5)), Consent.RefusedAt);
    }
}
