using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>What the rules of a conversation make of what policy has found.</summary>
public sealed class PolicyTests
{
    private readonly Talk _talk = new();

    [Fact]
    public void A_blocked_message_does_not_go_out_and_is_recorded()
    {
        _talk.Receive("Hello");

        var decision = _talk.Decide(_talk.Outbound() with { Policy = Found(PolicyAction.Block) });

        Assert.Equal(RefusalCodes.BlockedByPolicy, decision.Refusal?.Code);
        var blocked = Assert.IsType<MessageBlocked>(Assert.Single(decision.Events));
        Assert.Equal(Found(PolicyAction.Block), blocked.Policy);
        Assert.Empty(_talk.State.Open);
    }

    [Fact]
    public void The_sender_is_told_which_rule_it_was_and_whom_to_ask()
    {
        var message = _talk.Outbound() with { Policy = Found(PolicyAction.Block) };

        var named = _talk.Decide(message with { Facts = message.Facts with { PolicyContacts = ["Beatriz Costa", "Ada Byron"] } });
        var unnamed = _talk.Decide(message);

        Assert.Equal(
            "Your firm's policy does not let this out: “Payment cards”. Change the message, or ask Beatriz Costa or Ada Byron.", named.Refusal?.Message);
        Assert.Equal("Your firm's policy does not let this out: “Payment cards”. Change the message, or ask your compliance officer.", unnamed.Refusal?.Message);
    }

    [Fact]
    public void What_is_blocked_asks_nobody_for_consent()
    {
        var decision = _talk.Decide(_talk.Outbound() with { Policy = Found(PolicyAction.Block), OptIn = _talk.Offer() });

        Assert.IsType<MessageBlocked>(Assert.Single(decision.Events));
    }

    [Fact]
    public void What_is_blocked_is_recorded_whatever_else_stands_against_it()
    {
        var decision = _talk.Decide(_talk.Outbound() with { Policy = Found(PolicyAction.Block) });

        Assert.Equal(RefusalCodes.BlockedByPolicy, decision.Refusal?.Code);
        Assert.IsType<MessageBlocked>(Assert.Single(decision.Events));
    }

    [Theory]
    [InlineData(PolicyAction.Flag)]
    [InlineData(PolicyAction.Redact)]
    public void What_is_flagged_or_redacted_goes_out_and_says_so(PolicyAction action)
    {
        _talk.Receive("Hello");

        var decision = _talk.Decide(_talk.Outbound() with { Policy = Found(action) });

        Assert.Null(decision.Refusal);
        Assert.Equal(Found(action), Assert.Single(decision.Events.OfType<MessageAccepted>()).Policy);
    }

    [Theory]
    [InlineData(PolicyAction.Redact)]
    [InlineData(PolicyAction.Block)]
    public void What_was_taken_before_the_policy_changed_is_stopped_at_the_attempt(PolicyAction action)
    {
        _talk.Receive("Hello");
        _talk.Decide(_talk.Outbound(id: "m1"));

        var decision = _talk.Decide(new StartAttempt("m1", "a1", Talk.Number, _talk.Known) with { Policy = Found(action) });

        Assert.Equal(RefusalCodes.BlockedByPolicy, decision.Refusal?.Code);
        Assert.Equal(RefusalCodes.BlockedByPolicy, Assert.IsType<MessageFailed>(Assert.Single(decision.Events)).Code);
    }

    [Fact]
    public void What_is_only_flagged_is_attempted()
    {
        _talk.Receive("Hello");
        _talk.Decide(_talk.Outbound(id: "m1"));

        Assert.IsType<AttemptStarted>(Assert.Single(_talk.Decide(new StartAttempt("m1", "a1", Talk.Number, _talk.Known) with { Policy = Found(PolicyAction.Flag) }).Events));
    }

    [Fact]
    public void STOP_counts_in_a_message_that_policy_withholds()
    {
        _talk.Receive("Hello");

        var decision = _talk.Decide(_talk.Inbound("STOP", _talk.Now) with { Policy = Found(PolicyAction.Block) });

        Assert.Equal(Found(PolicyAction.Block), Assert.Single(decision.Events.OfType<MessageReceived>()).Policy);
        Assert.Single(decision.Events.OfType<ConsentRefused>());
    }

    private static PolicyMark Found(PolicyAction action) =>
        new(action, [new PolicyFinding("acme", "cards", "Payment cards", action, ["CREDIT_CARD"], 1)]);
}
