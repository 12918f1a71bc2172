using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>What is no message of its own: reactions, edits, deletions, calls, what was written elsewhere, preferences.</summary>
public sealed class ChangingTests
{
    private readonly Talk _talk = new();

    public static TheoryData<MessageChange> Changes => [.. Enum.GetValues<MessageChange>()];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_of_a_message_is_recorded_beside_it_and_opens_no_session_and_is_no_consent(MessageChange change)
    {
        var message = Receive("Hello");
        _talk.Advance(TimeSpan.FromDays(2));
        _talk.Lapse();
        var (before, consent) = (_talk.WhatsApp.Session, _talk.WhatsApp.Consent);

        var decision = Change(message, change, _talk.Now);

        var recorded = Assert.IsType<IMessageEvent>(Assert.Single(decision.Events), exactMatch: false);
        Assert.Equal(message, recorded.MessageId);
        Assert.Equal((before, consent), (_talk.WhatsApp.Session, _talk.WhatsApp.Consent));
    }

    [Fact]
    public void The_newest_reaction_counts_in_whatever_order_they_come()
    {
        var message = Receive("Hello");
        Change(message, MessageChange.ReactionRemoved, _talk.Now.AddSeconds(20));
        Change(message, MessageChange.Reaction, _talk.Now.AddSeconds(10));

        Assert.True(_talk.Messages[message].Reaction!.Removed);

        Change(message, MessageChange.Reaction, _talk.Now.AddSeconds(30));

        Assert.Equal(new ContactChange(_talk.Now.AddSeconds(30), _talk.Log.Count, false), _talk.Messages[message].Reaction);
    }

    [Fact]
    public void An_edit_and_a_deletion_leave_the_original_where_it_is()
    {
        var message = Receive("Hello");
        var original = _talk.Messages[message];
        Change(message, MessageChange.Edit, _talk.Now.AddSeconds(10));
        Change(message, MessageChange.Revocation, _talk.Now.AddSeconds(20));

        var view = _talk.Messages[message];
        Assert.Equal((original.ContentVersion, original.Commitment), (view.ContentVersion, view.Commitment));
        Assert.Equal((_talk.Now.AddSeconds(10), _talk.Now.AddSeconds(20)), (view.Edit!.At, view.Revocation!.At));
    }

    [Fact]
    public void A_reaction_to_one_of_our_messages_does_not_touch_its_status()
    {
        Receive("Hello");
        _talk.Send();
        var attempt = Assert.Single(_talk.DispatchAll());
        _talk.Report(attempt, DeliveryStatus.Read);

        Change(attempt.MessageId, MessageChange.Reaction, _talk.Now);

        Assert.Equal(MessageStatus.Read, _talk.Messages[attempt.MessageId].Status);
        Assert.NotNull(_talk.Messages[attempt.MessageId].Reaction);
    }

    [Fact]
    public void What_was_written_in_the_app_is_in_the_thread_as_sent_and_opens_no_session()
    {
        Echo("wamid.echo");

        var view = Assert.Single(_talk.Messages.Values);
        Assert.Equal((false, true, MessageStatus.Sent, "text"), (view.Inbound, view.Echoed, view.Status, view.ProviderKind!));
        Assert.Equal((SessionWindowOf(_talk), ConsentStatus.NotAsked), (null, _talk.WhatsApp.Consent.Status));
    }

    [Fact]
    public void A_status_of_what_was_written_in_the_app_moves_it_forward()
    {
        var message = Echo("wamid.echo");
        _talk.Report(new Attempt(message, "", "wamid.echo"), new StatusWebhook(new Attempt(message, "", "wamid.echo"), DeliveryStatus.Read, _talk.Now, null, null, Callback: false));

        Assert.Equal(MessageStatus.Read, _talk.Messages[message].Status);
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("Yes")]
    [InlineData("STOP")]
    public void What_was_written_before_the_number_was_connected_neither_opens_a_session_nor_says_anything_of_consent(string text)
    {
        _talk.Receive(_talk.Inbound(text, _talk.Now) with { Historic = true, OpensSession = false });

        var received = Assert.IsType<MessageReceived>(_talk.Turns[0].Decision.Events[^1]);
        Assert.True(received.Historic);
        Assert.Equal((SessionWindowOf(_talk), ConsentStatus.NotAsked), (null, _talk.WhatsApp.Consent.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_call_from_the_contact_opens_the_session_and_one_of_ours_does_not(bool opens)
    {
        Call("wacid.1", "connect", known: null, from: opens ? _talk.Now : null);

        Assert.Equal(opens ? _talk.Now.AddHours(24) : null, SessionWindowOf(_talk));
        Assert.Equal(ConsentStatus.NotAsked, _talk.WhatsApp.Consent.Status);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_call_is_one_entry_of_the_thread_and_ends_the_same_in_any_order(int first, int second)
    {
        (string Happened, DateTimeOffset At)[] told = [("connect", _talk.Now), ("terminate", _talk.Now.AddSeconds(17))];
        var message = Call("wacid.1", told[first].Happened, known: null, at: told[first].At);
        Call("wacid.1", told[second].Happened, known: message, at: told[second].At);

        var call = Assert.Single(_talk.Messages.Values).Call!;
        Assert.Equal(("terminate", "completed", 17, _talk.Now.AddSeconds(17)), (call.Happened, call.Result!, call.Seconds!.Value, call.EndedAt!.Value));
    }

    [Fact]
    public void After_a_stop_no_marketing_template_is_taken_and_every_other_is()
    {
        Receive("Hello");
        Prefer(stopped: true, _talk.Now);

        var marketing = _talk.Send(template: Chosen("MARKETING"));
        var utility = _talk.Send(template: Chosen("UTILITY"));

        Assert.Equal(RefusalCodes.MarketingStopped, marketing.Refusal!.Code);
        Assert.Null(utility.Refusal);
        Assert.Null(_talk.Send("Hello").Refusal);
    }

    [Fact]
    public void A_marketing_template_to_a_contact_who_stopped_it_is_no_reason_to_ask_for_consent()
    {
        Prefer(stopped: true, _talk.Now);

        var decision = _talk.Send(template: Chosen("MARKETING"), offer: _talk.Offer());

        Assert.Equal(RefusalCodes.MarketingStopped, decision.Refusal!.Code);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Marketing_may_be_sent_again_once_the_contact_resumes()
    {
        Receive("Hello");
        Prefer(stopped: true, _talk.Now);
        Prefer(stopped: false, _talk.Now.AddSeconds(1));

        Assert.Null(_talk.Send(template: Chosen("MARKETING")).Refusal);
    }

    [Fact]
    public void The_newest_preference_counts_and_of_two_in_one_second_the_stop()
    {
        Prefer(stopped: false, _talk.Now);
        Prefer(stopped: true, _talk.Now);
        Assert.True(_talk.WhatsApp.Marketing.Stopped);

        Prefer(stopped: false, _talk.Now);
        Assert.True(_talk.WhatsApp.Marketing.Stopped);

        Prefer(stopped: false, _talk.Now.AddSeconds(-5));
        Assert.True(_talk.WhatsApp.Marketing.Stopped);
    }

    [Fact]
    public void That_the_provider_refused_marketing_because_the_contact_stopped_it_is_remembered()
    {
        Receive("Hello");
        _talk.Send(template: Chosen("MARKETING"));
        var attempt = _talk.Dispatch()!;
        _talk.Reply(attempt, new AttemptOutcome.Refused(RefusalCodes.MarketingStopped, 131050));

        Assert.Equal(RefusalCodes.MarketingStopped, _talk.Send(template: Chosen("MARKETING")).Refusal!.Code);
    }

    [Fact]
    public void Marketing_that_the_provider_holds_back_is_not_sent_again_for_24_hours()
    {
        Receive("Hello");
        _talk.Send(template: Chosen("MARKETING"), id: "offer");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Refused(RefusalCodes.MarketingHeldBack, 131049));

        _talk.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        foreach (var refused in new[] { _talk.Send(template: Chosen("MARKETING")), _talk.Retry("offer") })
        {
            Assert.Equal(RefusalCodes.MarketingHeldBack, refused.Refusal!.Code);
            Assert.Contains($"{Talk.Start.AddHours(24):u}", refused.Refusal.Message, StringComparison.Ordinal);
            Assert.Empty(refused.Events.OfType<MessageAccepted>());
        }

        Assert.Null(_talk.Send(template: Chosen("UTILITY")).Refusal);
        _talk.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_talk.Retry("offer").Refusal);
        Assert.Null(_talk.Send(template: Chosen("MARKETING")).Refusal);
    }

    [Fact]
    public void What_Meta_takes_for_marketing_only_since_it_was_sent_is_held_back_all_the_same()
    {
        Receive("Hello");
        _talk.Send(template: Chosen("UTILITY"), id: "offer");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Refused(RefusalCodes.MarketingHeldBack, 131049));

        Assert.Equal(RefusalCodes.MarketingHeldBack, _talk.Retry("offer").Refusal!.Code);
        var now = new RetryMessage(_talk.Messages["offer"] with { FailureCode = null }, Talk.User, _talk.Facts) { TemplateCategory = "MARKETING" };
        Assert.Equal(RefusalCodes.MarketingHeldBack, _talk.Decide(now).Refusal!.Code);
    }

    [Fact]
    public void Marketing_that_was_taken_before_the_contact_stopped_it_is_not_sent_after()
    {
        Receive("Hello");
        _talk.Send(template: Chosen("MARKETING"), id: "offer");
        _talk.Send(template: Chosen("UTILITY"), id: "reminder");
        Prefer(stopped: true, _talk.Now);

        Assert.Null(_talk.Dispatch());
        Assert.Equal((MessageStatus.Failed, RefusalCodes.MarketingStopped), (_talk.Messages["offer"].Status, _talk.Messages["offer"].FailureCode!));
        Assert.Equal(RefusalCodes.MarketingStopped, _talk.Retry("offer").Refusal!.Code);
        Assert.Equal("reminder", _talk.Dispatch()!.MessageId);
    }

    private static TemplateToSend Chosen(string category) => new("news", "en_US", Talk.Template("news") with { Category = category }, []);

    private static DateTimeOffset? SessionWindowOf(Talk talk) => talk.WhatsApp.Session.Until;

    private string Receive(string text)
    {
        _talk.Receive(text);
        return _talk.Turns[^1].Of<MessageReceived>().Single().MessageId;
    }

    private Decision Change(string message, MessageChange change, DateTimeOffset at) => _talk.Decide(new ReceiveChange
    {
        MessageId = message,
        Change = change,
        Channel = Channel.WhatsApp,
        Number = Talk.Number,
        ProviderMessageId = _talk.NewId("wamid.change"),
        ProviderAt = at,
        Commitment = "c9",
        Sender = Aliases.None,
    });

    private string Echo(string wamid)
    {
        var id = _talk.NewId("echo");
        _talk.Decide(new RecordEcho
        {
            MessageId = id,
            Channel = Channel.WhatsApp,
            Number = Talk.Number,
            ProviderMessageId = wamid,
            ProviderAt = _talk.Now,
            Kind = "text",
            Commitment = "c9",
            Sender = Aliases.None,
        });
        return id;
    }

    private string Call(string call, string happened, string? known, DateTimeOffset? from = null, DateTimeOffset? at = null)
    {
        var id = known ?? _talk.NewId("call");
        _talk.Decide(new ReportCall
        {
            MessageId = id,
            IsKnown = known is not null,
            Channel = Channel.WhatsApp,
            Number = Talk.Number,
            CallId = call,
            Inbound = true,
            Happened = happened,
            Result = happened == "terminate" ? "completed" : null,
            Seconds = happened == "terminate" ? 17 : null,
            SessionFrom = from,
            ProviderAt = at ?? _talk.Now,
            Commitment = "c9",
            Sender = Aliases.None,
        });
        return id;
    }

    private void Prefer(bool stopped, DateTimeOffset at) => _talk.Decide(new ChangeMarketingPreference
    {
        Channel = Channel.WhatsApp,
        Number = Talk.Number,
        Stopped = stopped,
        ProviderAt = at,
        Commitment = "c9",
        Sender = Aliases.None,
    });
}
