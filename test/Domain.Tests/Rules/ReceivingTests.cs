using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

public sealed class ReceivingTests
{
    private readonly Talk _talk = new();

    [Fact]
    public void A_message_is_recorded_with_its_three_times_and_what_it_answers()
    {
        var providerAt = _talk.Now.AddHours(2);
        _talk.Receive(_talk.Inbound("Hello", providerAt) with { InReplyTo = "wamid.ours" });

        var received = Assert.Single(_talk.Turns[0].Of<MessageReceived>());
        Assert.Equal((_talk.Now, providerAt, "wamid.ours", "text", "c2"), (received.At, received.ProviderAt, received.InReplyTo!, received.Kind, received.Commitment));
        var view = _talk.Messages[received.MessageId];
        Assert.True(view.Inbound);
        Assert.Equal((received.ProviderMessageId, providerAt, "wamid.ours"), (view.ProviderMessageId!, view.ProviderAt!.Value, view.InReplyTo!));
    }

    [Theory]
    [InlineData("Hello", Answers.None)]
    [InlineData("Yes", Answers.None)]
    [InlineData("STOP", Answers.StopConfirmation)]
    public void What_a_message_would_be_answered_with_is_asked_for_where_it_was_not_brought(string text, Answers lacks)
    {
        Assert.Equal(lacks, _talk.Receive(_talk.Inbound(text, _talk.Now, reacts: false)).Lacks);
        Assert.Equal(Answers.None, new Talk().Receive(text).Lacks);
    }

    [Fact]
    public void The_opt_in_request_is_asked_for_only_where_a_message_leads_to_it()
    {
        var strict = new Talk(new ConversationRules { FirstMessageIsConsent = false });

        Assert.Equal(Answers.OptIn, strict.Receive(strict.Inbound("Hello", strict.Now, reacts: false)).Lacks);
        Assert.Equal(Answers.None, strict.Receive(strict.Inbound("No", strict.Now, reacts: false)).Lacks);
        var asked = strict.Receive("Hello");
        Assert.Single(asked.Events.OfType<ConsentAsked>());
        Assert.Equal(Answers.None, asked.Lacks);
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("STOP")]
    [InlineData("Hello")]
    public void Everything_that_follows_from_a_message_keeps_the_providers_time_as_it_came(string text)
    {
        var providerAt = _talk.Now.AddHours(2);
        _talk.Receive(_talk.Inbound(text, providerAt));

        var dated = _talk.Turns[0].Decision.Events.OfType<IProviderEvent>().ToList();
        Assert.Equal(3, dated.Count);
        Assert.All(dated, e => Assert.Equal(providerAt, e.ProviderAt));
        Assert.Equal(_talk.Now.AddDays(1), Assert.Single(_talk.Turns[0].Of<SessionOpened>()).Until);
    }

    [Fact]
    public void An_extension_keeps_the_providers_time_too()
    {
        _talk.Receive("Hello");
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive(_talk.Inbound("Hello", _talk.Now.AddHours(2)));

        var extended = Assert.Single(_talk.Turns[^1].Of<SessionExtended>());
        Assert.Equal((_talk.Now.AddHours(2), _talk.Now.AddDays(1)), (extended.ProviderAt, extended.Until));
    }

    [Fact]
    public void A_duplicate_changes_nothing()
    {
        var message = _talk.Inbound("Hello", Talk.ToProvider(_talk.Now));
        _talk.Receive(message);
        var version = _talk.Log.Count;
        _talk.Receive(message);

        Assert.Equal(version, _talk.Log.Count);
    }

    [Fact]
    public void What_the_provider_calls_the_contact_is_learned_once_and_when_it_changes()
    {
        _talk.Receive("Hello");
        _talk.Receive("Hello");
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Known = new Aliases(null, "DE.1");
        _talk.Receive("Hello");

        Assert.Equal(
            [("+4915112345678", null), (null, "DE.1")],
            _talk.Turns.SelectMany(turn => turn.Of<AliasesLearned>()).Select(learned => (learned.Phone, learned.Bsuid)));
        Assert.Equal(("+4915112345678", "DE.1"), (_talk.State.Aliases.Phone, _talk.State.Aliases.Bsuid));
    }

    [Fact]
    public void A_message_that_comes_late_or_twice_does_not_bring_an_old_phone_number_back()
    {
        _talk.Known = new Aliases("+4915112345678", "DE.1");
        var first = _talk.Inbound("Hello", Talk.ToProvider(_talk.Now));
        var late = _talk.Inbound("Are you there?", Talk.ToProvider(_talk.Now.AddMinutes(1)));
        _talk.Advance(TimeSpan.FromHours(1));
        _talk.Receive(first);
        _talk.Known = new Aliases("+15550001111", "DE.1");
        _talk.Receive("I have a new number");
        _talk.Receive(late);
        _talk.Receive(first with { ProviderMessageId = "wamid.again" });

        Assert.Equal("+15550001111", _talk.State.Aliases.Phone);
        Assert.Equal(2, _talk.Turns.Sum(turn => turn.Of<AliasesLearned>().Count()));
    }

    [Fact]
    public void A_provider_whose_clock_is_ahead_does_not_fix_a_phone_number_for_ever()
    {
        _talk.Receive(_talk.Inbound("Hello", _talk.Now.AddDays(30)));
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Known = new Aliases("+15550001111", null);
        _talk.Receive("I have a new number");

        Assert.Equal("+15550001111", _talk.State.Aliases.Phone);
    }

    [Fact]
    public void A_send_takes_over_what_the_contact_book_knows_with_its_times()
    {
        _talk.Receive("Hello");
        var phoneAt = Talk.ToProvider(_talk.Now.AddMinutes(1));
        var bsuidAt = Talk.ToProvider(_talk.Now.AddMinutes(2));
        _talk.Known = new Aliases("+15550001111", "DE.1") { PhoneAt = phoneAt, BsuidAt = bsuidAt };
        _talk.Send("Hello to you");

        Assert.Equal(_talk.Known, _talk.State.Aliases);
    }

    [Fact]
    public void A_contact_that_got_a_message_is_reachable_whatever_was_said_before()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        _talk.Send(id: "m2");
        var attempts = _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Report(attempts[1], DeliveryStatus.Delivered);
        _talk.Report(attempts[0], DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026, late: TimeSpan.FromSeconds(30));

        Assert.False(_talk.WhatsApp.Reachability.IsNotReachable(_talk.Now, TimeSpan.FromDays(30)));
        Assert.Null(_talk.Send().Refusal);
    }

    [Fact]
    public void A_failure_for_another_reason_says_nothing_of_reachability()
    {
        _talk.Receive("Hello");
        _talk.Send();
        _talk.Report(_talk.DispatchAll()[0], DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 131049);

        Assert.Null(_talk.WhatsApp.Reachability.MissedAt);
    }

    [Fact]
    public void A_late_YES_counts_even_when_the_session_it_opened_is_over()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromDays(3));
        _talk.Receive("Yes", late: TimeSpan.FromDays(2));

        Assert.Equal(Consent.ConsentStatus.Granted, _talk.WhatsApp.Consent.Status);
        Assert.Equal(RefusalCodes.SessionClosed, _talk.Send().Refusal?.Code);
        Assert.Null(_talk.SendTemplate().Refusal);
    }
}
