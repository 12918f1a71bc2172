using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Templates;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

public sealed class SendingTests
{
    private readonly Talk _talk = new();

    [Fact]
    public void In_an_open_session_free_text_is_accepted()
    {
        _talk.Receive("Hello");
        var decision = _talk.Send("Good morning", id: "m1");

        var accepted = Assert.IsType<MessageAccepted>(Assert.Single(decision.Events));
        Assert.Equal(
            ("m1", Talk.Number, OutboundKind.Text, Talk.User, "c1", false),
            (accepted.MessageId, accepted.Number, accepted.Kind, accepted.Author!, accepted.Commitment, accepted.AwaitsConsent));
    }

    [Fact]
    public void A_template_reopens_the_talk_after_the_session()
    {
        _talk.Receive("Hello");
        _talk.Advance(TimeSpan.FromDays(2));

        Assert.Equal(new TemplateReference("reopen", "en_US") { Category = "UTILITY" }, Assert.Single(_talk.SendTemplate().Events.OfType<MessageAccepted>()).Template);
        Assert.Single(_talk.DispatchAll());
    }

    [Fact]
    public void The_first_message_waits_for_consent_and_goes_out_by_itself()
    {
        _talk.Send("Good morning", _talk.Offer(), id: "m1");
        var request = Assert.Single(_talk.DispatchAll());
        Assert.Equal(MessageStatus.Waiting, _talk.Messages["m1"].Status);

        _talk.Advance(TimeSpan.FromHours(1));
        _talk.Receive("Accept", payload: Consent.OptInPayload.Yes(request.MessageId));

        Assert.Null(Assert.Single(_talk.Turns[^1].Of<MessageQueued>()).RetriedBy);
        Assert.Equal("m1", Assert.Single(_talk.DispatchAll()).MessageId);
    }

    [Fact]
    public void What_waits_fails_with_the_request_that_it_waits_for()
    {
        _talk.Send("Good morning", _talk.Offer(), id: "m1");
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);

        Assert.Equal((MessageStatus.Failed, RefusalCodes.NotOnWhatsApp), (_talk.Messages["m1"].Status, _talk.Messages["m1"].FailureCode));
        Assert.Empty(_talk.State.Open);
    }

    [Fact]
    public void What_waits_for_a_newer_request_does_not_fail_with_an_older_one()
    {
        _talk.Ask();
        var older = Assert.Single(_talk.DispatchAll());
        _talk.Advance(TimeSpan.FromHours(24));
        _talk.Send("Good morning", _talk.Offer(), id: "m1");
        _talk.DispatchAll();
        _talk.Report(older, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 131049);

        Assert.Equal(MessageStatus.Waiting, _talk.Messages["m1"].Status);
    }

    [Fact]
    public void What_waits_does_not_fail_with_a_mere_repeat_and_goes_out_when_the_contact_agrees()
    {
        _talk.Send("Good morning", _talk.Offer(), id: "m1");
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Who is this?");
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 130472);
        Assert.Equal(MessageStatus.Waiting, _talk.Messages["m1"].Status);
        _talk.Receive("Yes");

        Assert.Equal("m1", Assert.Single(_talk.DispatchAll()).MessageId);
    }

    [Fact]
    public void What_waits_fails_even_with_a_repeat_where_the_contact_can_not_be_reached_any_more()
    {
        _talk.Send("Good morning", _talk.Offer(), id: "m1");
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromHours(25));
        _talk.Ask();
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);

        Assert.Equal(RefusalCodes.NotOnWhatsApp, _talk.Messages["m1"].FailureCode);
    }

    [Fact]
    public void What_waits_fails_when_the_contact_declines()
    {
        _talk.Send("Good morning", _talk.Offer(), id: "m1");
        _talk.DispatchAll();
        _talk.Receive("No");

        Assert.Equal(RefusalCodes.ConsentDeclined, _talk.Messages["m1"].FailureCode);
    }

    [Fact]
    public void A_message_released_by_consent_does_not_pass_one_that_is_under_way()
    {
        _talk.Send("waits", _talk.Offer(), id: "m1");
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromHours(24));
        _talk.Ask();
        var underWay = _talk.Dispatch()!;
        _talk.Receive("Yes");

        Assert.Equal(underWay.MessageId, _talk.State.Head(Channel.WhatsApp)?.MessageId);
    }

    [Fact]
    public void A_template_that_is_not_approved_is_refused_with_the_reviewers_reason()
    {
        _talk.Receive("Hello");
        TemplateToSend Choose(MessageTemplate? found) => new("reopen", "en_US", found, []);

        Assert.Equal(
            "There is no approved template “reopen” in this language.", _talk.Send(template: Choose(null)).Refusal?.Message);
        Assert.Equal(
            "The template “reopen” is not approved: its status is paused.",
            _talk.Send(template: Choose(Talk.Template("reopen", TemplateStatus.Paused))).Refusal?.Message);
        Assert.Equal(
            new Refusal(RefusalCodes.TemplateNotApproved, "The template “reopen” was rejected: PROMOTIONAL."),
            _talk.Send(template: Choose(Talk.Template("reopen", TemplateStatus.Rejected) with { RejectedReason = "PROMOTIONAL" })).Refusal);
    }

    [Fact]
    public void Without_an_approved_opt_in_request_nothing_is_asked_and_nothing_waits()
    {
        var rejected = Talk.OptInTemplate with { Status = TemplateStatus.Rejected, RejectedReason = "SCAM" };
        var decision = _talk.Send(offer: _talk.Offer(rejected));

        Assert.Equal(new Refusal(RefusalCodes.TemplateNotApproved, "The template “optin_request” was rejected: SCAM."), decision.Refusal);
        Assert.Empty(decision.Events);
        var none = _talk.Ask(new OptInOffer(Consent.ConsentBasis.Form, new OptInRequest(null, null)));
        Assert.Equal("There is no approved template “opt-in request” in this language.", none.Refusal?.Message);
    }

    [Fact]
    public void A_template_with_the_wrong_number_of_values_is_refused()
    {
        _talk.Receive("Hello");

        Assert.Equal(RefusalCodes.TemplateParameters, _talk.Send(template: new TemplateToSend("reopen", "en_US", Talk.Template("reopen"), ["x"])).Refusal?.Code);
    }

    /// <summary>Each row repairs what the row before was refused for.</summary>
    [Fact]
    public void Of_several_reasons_the_one_to_be_mended_first_is_given()
    {
        var talk = new Talk { Enabled = null, Known = Aliases.None };
        string? Code(string? text = "Hello") => talk.Send(text).Refusal?.Code;

        Assert.Equal(RefusalCodes.WhatsAppNotEnabled, Code(""));
        talk.Enabled = Talk.Number;
        Assert.Equal(RefusalCodes.InvalidRequest, Code(""));
        Assert.Equal(RefusalCodes.NoPhoneNumber, Code());
        talk.Known = new Aliases(null, "DE.1");
        Assert.Equal(RefusalCodes.ConsentRequired, Code());
        talk.Ask();
        Assert.Equal(RefusalCodes.ConsentPending, Code());
        var request = Assert.Single(talk.DispatchAll());
        talk.Report(request, DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);
        Assert.Equal(RefusalCodes.NotOnWhatsApp, Code());
        talk.Advance(TimeSpan.FromDays(30));
        talk.Receive("Yes", late: TimeSpan.FromHours(24));
        Assert.Equal(RefusalCodes.SessionClosed, Code());
        talk.Receive("STOP");
        Assert.Equal(RefusalCodes.ConsentDeclined, Code());
        talk.Advance(TimeSpan.FromSeconds(1));
        talk.Receive("Yes");
        Assert.Null(Code());
    }

    [Fact]
    public void Refusals_say_what_to_do_next()
    {
        Assert.Equal("The contact has not been asked for consent yet. Send the opt-in request first.", _talk.Send().Refusal?.Message);
        _talk.Ask();
        Assert.Equal("The opt-in request has not gone out yet. Wait for it and for the contact's answer.", _talk.Send().Refusal?.Message);
        _talk.DispatchAll();
        _talk.Advance(TimeSpan.FromHours(24));
        Assert.Equal("The contact has not answered the opt-in request for more than 24 hours. You may ask again.", _talk.Send().Refusal?.Message);
        _talk.Receive("Yes", late: TimeSpan.FromHours(24));
        Assert.Equal("The contact has not written yet, so only a template can be sent.", _talk.Send().Refusal?.Message);
        _talk.Receive("Hello");
        _talk.Advance(TimeSpan.FromHours(24));
        Assert.Equal("The contact has not answered for more than 24 hours. Send an approved template to go on.", _talk.Send().Refusal?.Message);
    }

    [Fact]
    public void A_refused_send_does_not_record_what_it_brought()
    {
        Assert.Empty(_talk.Send().Events);
        Assert.Equal(Aliases.None, _talk.State.Aliases);
    }

    [Fact]
    public void That_a_contact_is_not_on_WhatsApp_is_forgotten_when_it_writes_or_after_30_days()
    {
        _talk.Ask();
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);
        Assert.Equal(RefusalCodes.NotOnWhatsApp, _talk.Ask().Refusal?.Code);
        _talk.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(RefusalCodes.NotOnWhatsApp, _talk.Ask().Refusal?.Code);
        _talk.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_talk.Ask().Refusal);

        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.Receive("Hello");
        Assert.Null(_talk.Send().Refusal);
    }

    [Fact]
    public void A_failure_from_far_ahead_is_forgotten_like_any_other()
    {
        _talk.Ask();
        var request = Assert.Single(_talk.DispatchAll());
        _talk.Report(request, new StatusWebhook(request, DeliveryStatus.Failed, DateTimeOffset.MaxValue, RefusalCodes.NotOnWhatsApp, 131026, Callback: true));
        Assert.Equal(RefusalCodes.NotOnWhatsApp, _talk.Ask().Refusal?.Code);
        _talk.Advance(TimeSpan.FromDays(30) + TimeSpan.FromHours(1));

        Assert.Null(_talk.Ask().Refusal);
    }

    [Fact]
    public void A_message_from_far_ahead_does_not_make_the_contact_reachable_for_ever()
    {
        _talk.Receive(_talk.Inbound("Hello", DateTimeOffset.MaxValue));
        _talk.Advance(TimeSpan.FromHours(2));
        _talk.Send();
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);

        Assert.Equal(RefusalCodes.NotOnWhatsApp, _talk.Send().Refusal?.Code);
    }

    [Theory]
    [InlineData(120, null)]
    [InlineData(122, RefusalCodes.NotOnWhatsApp)]
    public void A_contact_who_wrote_about_when_it_was_missed_is_there_by_whosever_clock(int seconds, string? refusal)
    {
        _talk.Receive("Hello");
        _talk.Send();
        var attempt = _talk.DispatchAll()[0];
        _talk.Advance(TimeSpan.FromSeconds(seconds));
        _talk.Report(attempt, DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);

        Assert.Equal(refusal, _talk.Send().Refusal?.Code);
    }

    [Fact]
    public void Our_own_refusal_does_not_prolong_that_a_contact_is_not_on_WhatsApp()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        _talk.Send(id: "m2");
        var attempt = _talk.Dispatch()!;
        _talk.Advance(TimeSpan.FromMinutes(3));
        _talk.Reply(attempt, new AttemptOutcome.Refused(RefusalCodes.NotOnWhatsApp, 131026));
        var missed = _talk.WhatsApp.Reachability.MissedAt;
        _talk.Advance(TimeSpan.FromHours(1));
        _talk.Dispatch();

        Assert.Equal(RefusalCodes.NotOnWhatsApp, _talk.Messages["m2"].FailureCode);
        Assert.Equal(missed, _talk.WhatsApp.Reachability.MissedAt);
    }

    [Fact]
    public void A_failed_message_can_be_sent_again_as_a_new_attempt()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Refused(RefusalCodes.ProviderRefused, 131049));
        _talk.Enabled = "another-number";
        _talk.Retry("m1");

        var queued = Assert.Single(_talk.Turns[^1].Of<MessageQueued>());
        Assert.Equal((Talk.User, "another-number"), (queued.RetriedBy!, queued.Number));
        Assert.Equal((MessageStatus.Queued, null), (_talk.Messages["m1"].Status, _talk.Messages["m1"].FailureCode));
        Assert.Equal("m1", Assert.Single(_talk.DispatchAll()).MessageId);
        Assert.Equal(2, _talk.Messages["m1"].Attempts);
    }

    [Fact]
    public void What_has_not_failed_is_not_sent_again()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        Assert.Equal("Only a message that failed, or whose outcome is unknown, can be sent again.", _talk.Retry("m1").Refusal?.Message);
        _talk.DispatchAll();
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.Retry("m1").Refusal?.Code);
        var inbound = _talk.Messages.Values.Single(message => message.Inbound).MessageId;
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.Retry(inbound).Refusal?.Code);
    }

    [Fact]
    public void Of_two_people_who_send_the_same_message_again_one_is_told_that_it_is_under_way()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Refused(RefusalCodes.ProviderRefused, 131049));
        var seenByBoth = _talk.Messages["m1"];
        _talk.Retry("m1");

        Assert.Equal(RefusalCodes.InvalidRequest, _talk.Decide(new RetryMessage(seenByBoth, "ben", _talk.Facts)).Refusal?.Code);
        Assert.Single(_talk.State.Open);
    }

    [Fact]
    public void A_message_of_the_system_is_not_sent_again()
    {
        _talk.Ask();
        var request = Assert.Single(_talk.DispatchAll());
        _talk.Report(request, DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 131049);

        Assert.Equal("A message of the system can't be sent again. Send the opt-in request anew instead.", _talk.Retry(request.MessageId).Refusal?.Message);
    }

    [Fact]
    public void Sending_again_obeys_the_rules_of_now()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Refused(RefusalCodes.ProviderRefused, 131049));
        _talk.Advance(TimeSpan.FromHours(24));
        Assert.Equal(RefusalCodes.SessionClosed, _talk.Retry("m1").Refusal?.Code);
        _talk.Enabled = null;
        Assert.Equal(RefusalCodes.WhatsAppNotEnabled, _talk.Retry("m1").Refusal?.Code);
        Assert.Equal(RefusalCodes.WhatsAppNotEnabled, _talk.Ask().Refusal?.Code);
    }

    [Fact]
    public void An_unknown_command_is_a_fault_of_the_program() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _talk.Decide(new Unknown()));

    private sealed record Unknown : ConversationCommand;
}
