using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>Taps on the buttons of messages that ask something else.</summary>
public sealed class OtherButtonTests
{
    private readonly Talk _talk = new();

    private ConsentState Consent => _talk.WhatsApp.Consent;

    private static Talk Strict() => new(new ConversationRules { FirstMessageIsConsent = false });

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
}
