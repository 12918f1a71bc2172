using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>When the contact is asked, asked again, and not asked any more.</summary>
public sealed class OptInRequestTests
{
    private readonly Talk _talk = new();

    private ConsentState Consent => _talk.WhatsApp.Consent;

    private static Talk Strict() => new(new ConversationRules { FirstMessageIsConsent = false });

    [Fact]
    public void Asking_records_who_asked_and_where_the_permission_to_ask_comes_from()
    {
        _talk.Ask();

        var asked = Assert.Single(_talk.Turns[0].Of<ConsentAsked>());
        Assert.Equal((Talk.User, ConsentBasis.ExistingClient, false), (asked.Author, asked.Basis!.Value, asked.Repeat));
        var request = Assert.Single(_talk.Turns[0].Of<MessageAccepted>());
        Assert.Equal(
            (asked.MessageId, OutboundKind.OptInRequest, new TemplateReference("optin_request", "en_US")),
            (request.MessageId, request.Kind, request.Template!));
        Assert.Equal(ConsentStatus.Asked, Consent.Status);
    }

    [Fact]
    public void Nobody_asks_again_before_24_hours_are_over()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        var early = _talk.Ask();
        _talk.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(RefusalCodes.ConsentPending, early.Refusal?.Code);
        Assert.Equal("The contact has not answered the opt-in request yet. It can be asked again from 2026-03-03 09:00:00Z.", early.Refusal?.Message);
        Assert.Null(_talk.Ask().Refusal);
        Assert.Equal(2, _talk.Turns.SelectMany(turn => turn.Of<ConsentAsked>()).Count());
    }

    [Fact]
    public void Nobody_asks_again_while_the_request_has_not_gone_out_nor_within_24_hours_after_that()
    {
        _talk.Ask();
        _talk.Advance(TimeSpan.FromDays(3));
        Assert.Equal(RefusalCodes.ConsentPending, _talk.Ask().Refusal?.Code);
        Assert.Equal(RefusalCodes.ConsentPending, _talk.Send(offer: _talk.Offer()).Refusal?.Code);
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal("The contact has not answered the opt-in request yet. It can be asked again from 2026-03-06 09:00:00Z.", _talk.Ask().Refusal?.Message);
        _talk.Advance(TimeSpan.FromTicks(1));

        Assert.Null(_talk.Ask().Refusal);
    }

    [Fact]
    public void A_request_of_which_nobody_knows_whether_it_went_out_stands_for_24_hours_too()
    {
        _talk.Ask();
        _talk.Advance(TimeSpan.FromDays(3));
        var attempt = _talk.Dispatch()!;
        _talk.Advance(TimeSpan.FromMinutes(10));
        _talk.Resolve(attempt.MessageId);
        _talk.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(RefusalCodes.ConsentPending, _talk.Ask().Refusal?.Code);
        _talk.Report(attempt, DeliveryStatus.Delivered);
        _talk.Advance(TimeSpan.FromTicks(1));

        Assert.Null(_talk.Ask().Refusal);
    }

    [Fact]
    public void A_request_that_still_waits_when_the_contact_agrees_is_not_sent()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Who is this?");
        var repeat = Assert.Single(_talk.Turns[^1].Of<ConsentAsked>()).MessageId;
        _talk.Receive("Yes");

        Assert.Empty(_talk.DispatchAll());
        Assert.Equal(RefusalCodes.Superseded, _talk.Messages[repeat].FailureCode);
        Assert.Equal(ConsentStatus.Granted, Consent.Status);
    }

    [Fact]
    public void Any_other_answer_repeats_the_request_once()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Who is this?");
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Hello?");

        var repeat = Assert.Single(_talk.Turns.SelectMany(turn => turn.Of<ConsentAsked>()), asked => asked.Repeat);
        Assert.Equal((null, null), (repeat.Author, repeat.Basis));
        Assert.Equal(ConsentStatus.Asked, Consent.Status);
    }

    [Fact]
    public void What_is_written_before_the_request_went_out_does_not_repeat_it()
    {
        _talk.Ask();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Good morning");

        Assert.Empty(_talk.Turns[^1].Of<ConsentAsked>());
    }

    [Fact]
    public void A_request_that_could_not_be_delivered_was_never_asked()
    {
        _talk.Ask();
        var request = Assert.Single(_talk.DispatchAll());
        _talk.Report(request, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 131049);

        Assert.Equal(ConsentStatus.NotAsked, Consent.Status);
        Assert.Null(_talk.Ask().Refusal);
    }

    [Fact]
    public void A_NO_to_the_first_request_is_heard_though_the_second_could_not_be_delivered()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromHours(25));
        _talk.Ask();
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 131049);
        _talk.Advance(TimeSpan.FromHours(1));
        _talk.Receive("No");

        Assert.Equal(ConsentStatus.Declined, Consent.Status);
    }

    [Fact]
    public void A_repeat_that_failed_leaves_the_request_standing_though_both_were_asked_in_one_moment()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive(_talk.Inbound("Who is this?", Talk.ToProvider(_talk.Now).AddSeconds(1)));
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 131049);

        Assert.Equal(ConsentStatus.Asked, Consent.Status);
    }

    [Fact]
    public void Without_an_approved_request_at_hand_a_first_message_is_only_received()
    {
        var talk = Strict();
        talk.Receive(talk.Inbound("Hello", Talk.ToProvider(talk.Now), reacts: false));

        Assert.Equal(ConsentStatus.NotAsked, talk.WhatsApp.Consent.Status);
        Assert.Empty(talk.State.Open);
    }

    [Fact]
    public void Asking_a_contact_who_has_agreed_does_nothing()
    {
        _talk.Receive("Hello");
        var decision = _talk.Ask();

        Assert.Null(decision.Refusal);
        Assert.Empty(decision.Events);
    }
}
