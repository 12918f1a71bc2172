using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

public sealed class ConsentTests
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

    [Theory]
    [InlineData("Yes", null, AnswerForm.Word, null)]
    [InlineData("Accept", "optin:yes:optin1", AnswerForm.Button, "optin1")]
    public void A_YES_grants_consent_and_says_how_it_was_expressed(string text, string? payload, AnswerForm form, string? request)
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive(text, payload: payload);

        var given = Assert.Single(_talk.Turns[^1].Of<ConsentGiven>());
        Assert.Equal((form, request), (given.By, given.RequestId));
        Assert.Equal(ConsentStatus.Granted, Consent.Status);
    }

    [Theory]
    [InlineData("No", null)]
    [InlineData("Decline", "optin:no:optin1")]
    [InlineData("Stop", null)]
    public void A_contact_who_declined_is_never_asked_again(string text, string? payload)
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive(text, payload: payload);
        _talk.Advance(TimeSpan.FromDays(400));

        Assert.Equal(ConsentStatus.Declined, Consent.Status);
        Assert.Equal(RefusalCodes.ConsentDeclined, _talk.Ask().Refusal?.Code);
        Assert.Equal(RefusalCodes.ConsentDeclined, _talk.SendTemplate(_talk.Offer()).Refusal?.Code);
        Assert.Empty(_talk.Receive("Who are you?").Events.OfType<ConsentAsked>());
    }

    [Fact]
    public void A_contact_who_declined_can_agree_at_any_time_by_YES()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive("No");
        _talk.Advance(TimeSpan.FromDays(400));
        _talk.Receive("YES");

        Assert.Equal(ConsentStatus.Granted, Consent.Status);
        Assert.Null(_talk.Send().Refusal);
    }

    [Fact]
    public void The_contacts_first_message_is_consent_where_the_organisation_says_so()
    {
        _talk.Receive("Hello");
        _talk.Receive("Are you there?");

        Assert.Equal(AnswerForm.FirstMessage, Assert.Single(_talk.Turns.SelectMany(turn => turn.Of<ConsentGiven>())).By);
        Assert.Equal(ConsentStatus.Granted, Consent.Status);
    }

    [Fact]
    public void The_contacts_first_message_is_answered_with_the_request_where_the_organisation_says_so()
    {
        var talk = Strict();
        talk.Receive("Hello");

        var asked = Assert.Single(talk.Turns[0].Of<ConsentAsked>());
        Assert.Equal((null, null, false), (asked.Author, asked.Basis, asked.Repeat));
        Assert.Equal(ConsentStatus.Asked, talk.WhatsApp.Consent.Status);
    }

    [Fact]
    public void The_word_no_is_not_consent_and_not_answered_with_a_question()
    {
        foreach (var talk in new[] { Strict(), new Talk() })
        {
            talk.Receive("No");

            Assert.Equal(ConsentStatus.NotAsked, talk.WhatsApp.Consent.Status);
            Assert.Empty(talk.Turns[0].Of<MessageAccepted>());
        }
    }

    [Fact]
    public void In_a_talk_that_was_agreed_to_no_is_just_a_word()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive("Yes");
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("No");

        Assert.Equal(ConsentStatus.Granted, Consent.Status);
    }

    [Fact]
    public void A_tap_on_NO_withdraws_even_what_was_agreed_to()
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive("Accept", payload: OptInPayload.Yes("optin1"));
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Decline", payload: OptInPayload.No("optin1"));

        Assert.Equal("optin1", Assert.Single(_talk.Turns[^1].Of<ConsentRefused>()).RequestId);
        Assert.Equal(ConsentStatus.Withdrawn, Consent.Status);
    }

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
    public void A_YES_under_another_template_does_not_take_back_a_STOP()
    {
        _talk.Receive("Hello");
        _talk.Advance(TimeSpan.FromDays(1));
        _talk.Receive("STOP");
        _talk.Advance(TimeSpan.FromDays(1));
        _talk.Receive("Yes", payload: "Yes");

        Assert.Equal(ConsentStatus.Withdrawn, Consent.Status);
    }

    [Theory]
    [InlineData("No")]
    [InlineData("Cancel")]
    public void A_NO_or_CANCEL_under_another_template_refuses_nothing(string label)
    {
        _talk.Ask();
        _talk.DispatchAll();
        _talk.Receive(label, payload: label);
        Assert.Equal(ConsentStatus.Asked, Consent.Status);
        _talk.Receive("Yes");
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive(label, payload: "appointment:17");

        Assert.Equal(ConsentStatus.Granted, Consent.Status);
    }

    [Fact]
    public void A_tap_on_UNSUBSCRIBE_is_a_STOP_under_whatever_message_it_is()
    {
        _talk.Receive("Hello");
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Unsubscribe", payload: "newsletter");

        var refused = Assert.Single(_talk.Turns[^1].Of<ConsentRefused>());
        Assert.Equal((AnswerForm.Button, true), (refused.By, refused.Stop));
        Assert.Equal(OutboundKind.StopConfirmation, Assert.Single(_talk.Turns[^1].Of<MessageAccepted>()).Kind);
    }

    [Fact]
    public void A_tap_under_another_template_is_neither_a_first_message_nor_answered_with_the_request()
    {
        foreach (var talk in new[] { Strict(), new Talk() })
        {
            talk.Receive("Thursday", payload: "Thursday");
            Assert.Equal(ConsentStatus.NotAsked, talk.WhatsApp.Consent.Status);
            Assert.True(talk.WhatsApp.Session.IsOpen(talk.Now));
            talk.Ask();
            talk.DispatchAll();
            talk.Advance(TimeSpan.FromMinutes(1));
            talk.Receive("Thursday", payload: "Thursday");

            Assert.DoesNotContain(talk.Turns.SelectMany(turn => turn.Of<ConsentAsked>()), asked => asked.Repeat);
        }
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
    public void STOP_withdraws_at_once_is_confirmed_and_ends_what_was_to_be_sent()
    {
        _talk.Receive("Hello");
        _talk.Send("one");
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("STOP");

        Assert.Equal(ConsentStatus.Withdrawn, Consent.Status);
        Assert.Equal(RefusalCodes.ConsentDeclined, Assert.Single(_talk.Turns[^1].Of<MessageFailed>()).Code);
        var confirmation = Assert.Single(_talk.DispatchAll());
        Assert.Equal(OutboundKind.StopConfirmation, _talk.Messages[confirmation.MessageId].Kind);
        Assert.Equal(RefusalCodes.ConsentDeclined, _talk.Send().Refusal?.Code);
    }

    [Fact]
    public void A_second_STOP_is_not_confirmed_again()
    {
        _talk.Receive("STOP");
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("STOP");

        Assert.Empty(_talk.Turns[^1].Of<MessageAccepted>());
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
    public void A_STOP_that_was_taken_back_is_not_confirmed()
    {
        _talk.Receive("STOP");
        var confirmation = Assert.Single(_talk.Turns[^1].Of<MessageAccepted>()).MessageId;
        _talk.Advance(TimeSpan.FromSeconds(1));
        _talk.Receive("YES");

        Assert.Empty(_talk.DispatchAll());
        Assert.Equal(RefusalCodes.Superseded, _talk.Messages[confirmation].FailureCode);
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
    public void A_reaction_is_no_answer_and_opens_nothing()
    {
        _talk.Receive(_talk.Inbound("Yes", Talk.ToProvider(_talk.Now)) with { OpensSession = false, Kind = "reaction" });

        Assert.Equal(ConsentStatus.NotAsked, Consent.Status);
        Assert.Null(_talk.WhatsApp.Session.Until);
        Assert.Single(_talk.Turns[0].Of<MessageReceived>());
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

    [Fact]
    public void A_refusal_on_WhatsApp_does_not_forbid_SMS()
    {
        _talk.Receive("STOP");

        Assert.Equal(ConsentStatus.NotAsked, _talk.State[Channel.Sms].Consent.Status);
    }
}
