using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

public sealed class ConsentTests
{
    private readonly Talk _talk = new();

    private ConsentState Consent => _talk.WhatsApp.Consent;

    private static Talk Strict() => new(new ConversationRules { FirstMessageIsConsent = false });

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
    public void A_reaction_is_no_answer_and_opens_nothing()
    {
        _talk.Receive(_talk.Inbound("Yes", Talk.ToProvider(_talk.Now)) with { OpensSession = false, Kind = "reaction" });

        Assert.Equal(ConsentStatus.NotAsked, Consent.Status);
        Assert.Null(_talk.WhatsApp.Session.Until);
        Assert.Single(_talk.Turns[0].Of<MessageReceived>());
    }

    [Fact]
    public void A_refusal_on_WhatsApp_does_not_forbid_SMS()
    {
        _talk.Receive("STOP");

        Assert.Equal(ConsentStatus.NotAsked, _talk.State[Channel.Sms].Consent.Status);
    }
}
