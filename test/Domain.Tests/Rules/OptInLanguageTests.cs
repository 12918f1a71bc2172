using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>In which language a contact is asked.</summary>
public sealed class OptInLanguageTests
{
    private static readonly string[] Held = ["en_US", "de", "fr"];

    private readonly Talk _talk = new();

    [Theory]
    [InlineData(null, null, "en_US")]
    [InlineData("de", null, "de")]
    [InlineData(null, "de", "de")]
    [InlineData("fr", "de", "fr")]
    [InlineData("en_US", "de", "en_US")]
    public void The_senders_choice_comes_first_then_the_language_of_the_last_request_then_the_default(string? chosen, string? last, string wanted) =>
        Assert.Equal(new OptInLanguage(wanted, "en_US"), OptInLanguage.Of(Held, chosen, last));

    [Fact]
    public void A_language_that_was_removed_is_not_asked_in_any_more() =>
        Assert.Equal(new OptInLanguage("en_US", "en_US"), OptInLanguage.Of(Held, chosen: null, last: "it"));

    [Fact]
    public void The_choice_of_a_language_is_recorded_and_the_talk_remembers_in_which_the_contact_was_asked()
    {
        _talk.Ask(InGerman());

        Assert.Equal("de", Assert.Single(_talk.Turns[0].Of<ConsentAsked>()).Language);
        Assert.Equal("de", Assert.Single(_talk.Turns[0].Of<MessageAccepted>()).Template!.Language);
        Assert.Equal("de", _talk.WhatsApp.Consent.AskedIn);
    }

    [Fact]
    public void Where_the_default_was_sent_in_place_of_the_choice_the_talk_remembers_what_the_contact_read()
    {
        _talk.Ask(_talk.Offer() with { Language = "de" });

        Assert.Equal("de", Assert.Single(_talk.Turns[0].Of<ConsentAsked>()).Language);
        Assert.Equal("en_US", _talk.WhatsApp.Consent.AskedIn);
    }

    [Fact]
    public void A_language_in_which_the_organisation_does_not_ask_is_refused_and_nothing_is_recorded()
    {
        var refusal = new Refusal(
            RefusalCodes.InvalidRequest, "There is no opt-in request in the language it. Choose another language, or none for the default.");

        Assert.Equal(refusal, _talk.Ask(_talk.Offer() with { Language = "it" }).Refusal);
        Assert.Equal(refusal, _talk.Send(offer: _talk.Offer() with { Language = "it" }).Refusal);
        Assert.Empty(_talk.Log);
    }

    [Fact]
    public void Where_nobody_needs_to_be_asked_the_language_of_the_offer_does_not_matter()
    {
        _talk.Receive("Hello");

        Assert.Null(_talk.Send(offer: _talk.Offer() with { Language = "it" }).Refusal);
    }

    [Fact]
    public void A_request_that_could_not_be_delivered_leaves_its_language_for_the_next_one()
    {
        _talk.Ask(InGerman());
        _talk.Report(Assert.Single(_talk.DispatchAll()), Status.DeliveryStatus.Failed, RefusalCodes.ProviderRefused, 131049);

        Assert.Equal(ConsentStatus.NotAsked, _talk.WhatsApp.Consent.Status);
        Assert.Equal("de", _talk.WhatsApp.Consent.AskedIn);
    }

    [Fact]
    public void Of_two_who_turned_out_to_be_one_the_language_of_the_newest_request_is_known()
    {
        var ended = new Talk();
        ended.Ask();
        _talk.Advance(TimeSpan.FromHours(1));
        _talk.Ask(InGerman());
        _talk.Decide(new Absorb("other", MergedStandings.Of(ended.State), ended.Known));
        var untouched = new Talk();
        untouched.Decide(new Absorb("other", MergedStandings.Of(_talk.State), _talk.Known));

        Assert.Equal("de", _talk.WhatsApp.Consent.AskedIn);
        Assert.Equal("de", untouched.WhatsApp.Consent.AskedIn);
    }

    private OptInOffer InGerman() => _talk.Offer(Talk.Template("optin_request", language: "de")) with { Language = "de" };
}
