using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>Two contacts turn out to be one: one conversation ends, the other goes on for both.</summary>
public sealed class MergingTests
{
    private readonly Talk _ended = new();
    private readonly Talk _lasting = new();

    [Fact]
    public void What_waits_in_the_conversation_that_ends_fails_with_the_reason_and_what_the_provider_may_have_is_followed_to_its_end()
    {
        _ended.Receive("Hello");
        _ended.Send(id: "under way");
        var attempt = _ended.Dispatch()!;
        _ended.Send(id: "queued");

        _ended.Decide(new EndInto("other"));

        Assert.Equal((MessageStatus.Failed, RefusalCodes.ContactMerged), (_ended.Messages["queued"].Status, _ended.Messages["queued"].FailureCode!));
        Assert.Equal(MessageStatus.Sending, _ended.Messages["under way"].Status);
        _ended.Reply(attempt);
        _ended.Report(attempt, DeliveryStatus.Delivered);
        Assert.Equal(MessageStatus.Delivered, _ended.Messages["under way"].Status);
        Assert.Empty(_ended.State.Open);
    }

    [Fact]
    public void Nothing_new_begins_in_the_conversation_that_ended_and_the_refusal_names_the_one_that_goes_on()
    {
        _ended.Receive("Hello");
        _ended.Send(id: "failed");
        var attempt = _ended.Dispatch()!;
        _ended.Reply(attempt, new AttemptOutcome.Refused(RefusalCodes.ProviderRefused, 100));
        _ended.Decide(new EndInto("other"));

        foreach (var refused in new[] { _ended.Send(), _ended.SendTemplate(), _ended.Ask(), _ended.Retry("failed") })
        {
            Assert.Equal(RefusalCodes.ContactMerged, refused.Refusal!.Code);
            Assert.Contains("other", refused.Refusal.Message, StringComparison.Ordinal);
            Assert.Empty(refused.Events);
        }
    }

    [Fact]
    public void An_SMS_that_is_queued_fails_too_and_none_is_taken_any_more()
    {
        _ended.Receive("Hello");
        _ended.SendSms(change: sms => sms with { MessageId = "sms" });

        _ended.Decide(new EndInto("other"));

        Assert.Equal((MessageStatus.Failed, RefusalCodes.ContactMerged), (_ended.Messages["sms"].Status, _ended.Messages["sms"].FailureCode!));
        Assert.Equal(RefusalCodes.ContactMerged, _ended.SendSms().Refusal!.Code);
    }

    [Fact]
    public void Ending_and_absorbing_again_change_nothing()
    {
        _ended.Receive("Hello");
        Merge();
        var (ended, lasting) = (_ended.Log.Count, _lasting.Log.Count);

        Merge();

        Assert.Equal((ended, lasting), (_ended.Log.Count, _lasting.Log.Count));
    }

    public static TheoryData<string[], string[], ConsentStatus> Consents => new()
    {
        { [], [], ConsentStatus.NotAsked },
        { ["Yes"], [], ConsentStatus.Granted },
        { ["Yes"], ["Yes"], ConsentStatus.Granted },
        { ["Yes"], ["STOP"], ConsentStatus.Withdrawn },
        { ["STOP"], ["Yes"], ConsentStatus.Withdrawn },
        { ["Yes", "STOP"], ["Yes"], ConsentStatus.Withdrawn },
        { ["STOP", "Yes"], ["Yes"], ConsentStatus.Granted },
        { ["ask"], [], ConsentStatus.Asked },
        { ["ask"], ["Yes"], ConsentStatus.Granted },
        { ["ask", "No"], ["Yes"], ConsentStatus.Withdrawn },
        { ["ask"], ["Hello"], ConsentStatus.Asked },
        { ["Hello"], ["STOP"], ConsentStatus.Withdrawn },
    };

    [Theory]
    [MemberData(nameof(Consents))]
    public void A_refusal_to_either_stands_whichever_of_the_two_goes_on_and_whatever_was_said_later(string[] one, string[] other, ConsentStatus merged)
    {
        Assert.Equal(merged, Merged(one, other));
        Assert.Equal(merged, Merged(other, one));
    }

    [Fact]
    public void After_a_refusal_that_came_with_the_other_the_contacts_own_YES_opens_the_talk_again()
    {
        Say(_lasting, "Yes");
        Say(_ended, "STOP");
        Merge();
        Assert.Equal(RefusalCodes.ConsentDeclined, _lasting.Send().Refusal!.Code);

        _lasting.Advance(TimeSpan.FromMinutes(1));
        _lasting.Receive("Yes");

        Assert.Null(_lasting.Send().Refusal);
    }

    [Fact]
    public void What_waited_for_consent_goes_out_if_the_other_has_it_and_fails_if_the_other_refused()
    {
        _lasting.Send(offer: _lasting.Offer(), id: "waits");
        _lasting.DispatchAll();
        Say(_ended, "Yes");
        Merge();
        Assert.Equal(MessageStatus.Queued, _lasting.Messages["waits"].Status);
    }

    [Fact]
    public void What_is_queued_fails_if_the_other_refused()
    {
        _lasting.Receive("Hello");
        _lasting.Send(id: "queued");
        Say(_ended, "STOP");
        Merge();
        Assert.Equal((MessageStatus.Failed, RefusalCodes.ConsentDeclined), (_lasting.Messages["queued"].Status, _lasting.Messages["queued"].FailureCode!));
    }

    [Fact]
    public void The_session_that_ends_later_counts_and_so_does_what_is_known_of_reachability_and_marketing()
    {
        _ended.Advance(TimeSpan.FromMinutes(5));
        _ended.Receive("Hello");
        _ended.Decide(new ChangeMarketingPreference
        {
            Channel = Channel.WhatsApp, Number = Talk.Number, Stopped = true, ProviderAt = _ended.Now, Commitment = "c", Sender = Aliases.None,
        });
        _lasting.Receive("Hi");
        Merge();

        Assert.Equal(_ended.WhatsApp.Session.Until, _lasting.WhatsApp.Session.Until);
        Assert.Equal(_ended.WhatsApp.Reachability.ReachedAt, _lasting.WhatsApp.Reachability.ReachedAt);
        Assert.True(_lasting.WhatsApp.Marketing.Stopped);
        Assert.Single(_lasting.Turns[^1].Of<SessionExtended>());
    }

    [Fact]
    public void A_number_that_was_lost_is_not_written_to_and_what_was_queued_fails()
    {
        _lasting.Receive("Hello");
        _lasting.Send(id: "queued");
        _lasting.Known = new Aliases(null, null) { PhoneAt = _lasting.Now.AddMinutes(1) };

        Assert.Null(_lasting.Dispatch());

        Assert.Equal(RefusalCodes.NoPhoneNumber, _lasting.Messages["queued"].FailureCode);
        Assert.Single(_lasting.Turns[^1].Of<PhoneLost>());
        Assert.Null(_lasting.State.Aliases.Phone);
    }

    [Fact]
    public void A_number_that_was_told_later_than_its_loss_stays()
    {
        _lasting.Receive("Hello");
        var phone = _lasting.Known.Phone;
        _lasting.Known = Aliases.None with { PhoneAt = _lasting.Now.AddDays(-1) };
        _lasting.Send();

        Assert.Equal(phone, _lasting.State.Aliases.Phone);
    }

    private ConsentStatus Merged(string[] lasting, string[] ended)
    {
        var (first, second) = (new Talk(), new Talk());
        foreach (var said in lasting) Say(first, said);
        foreach (var said in ended) Say(second, said);
        Merge(second, first);
        // Declined or withdrawn depends on what was said first; here both are a refusal.
        return first.WhatsApp.Consent.Status.IsRefused() ? ConsentStatus.Withdrawn : first.WhatsApp.Consent.Status;
    }

    private static void Say(Talk talk, string said)
    {
        talk.Advance(TimeSpan.FromMinutes(10));
        if (said == "ask")
        {
            talk.Ask();
            talk.DispatchAll();
        }
        else
        {
            talk.Receive(said);
        }
    }

    private void Merge() => Merge(_ended, _lasting);

    private static void Merge(Talk ended, Talk lasting)
    {
        lasting.Advance(ended.Now > lasting.Now ? ended.Now - lasting.Now : TimeSpan.Zero);
        ended.Decide(new EndInto("lasting"));
        lasting.Decide(new Absorb("ended", MergedStandings.Of(ended.State), Aliases.None));
    }
}
