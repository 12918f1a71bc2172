using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

public sealed class SmsTests
{
    private readonly Talk _talk = new();

    [Fact]
    public void The_first_SMS_is_preceded_by_the_notice_and_the_next_ones_are_not()
    {
        _talk.SendSms();
        _talk.SendSms();

        Assert.Equal([OutboundKind.Disclaimer, OutboundKind.Text, OutboundKind.Text], Kinds(_talk.DispatchAllSms()));
    }

    [Fact]
    public void SMS_knows_neither_consent_nor_session()
    {
        _talk.ReceiveSms("Hello");
        _talk.Advance(TimeSpan.FromDays(40));

        Assert.Null(_talk.SendSms().Refusal);
        Assert.DoesNotContain(_talk.Log, stored => stored.Read() is SessionOpened or ConsentGiven or ConsentAsked);
    }

    [Fact]
    public void To_a_contact_who_was_not_told_nothing_goes_out()
    {
        _talk.SendSms();
        var notice = _talk.DispatchSms()!;
        _talk.Reply(notice, new AttemptOutcome.Refused(RefusalCodes.SmsNotDelivered, 30007));

        Assert.Empty(_talk.DispatchAllSms());
        var text = Assert.Single(_talk.Messages.Values, message => message.Kind == OutboundKind.Text);
        Assert.Equal((MessageStatus.Failed, RefusalCodes.SmsNotDelivered), (text.Status, text.FailureCode));

        _talk.RetrySms(text.MessageId);
        Assert.Equal([OutboundKind.Disclaimer, OutboundKind.Text], Kinds(_talk.DispatchAllSms()));
    }

    [Fact]
    public void A_notice_that_was_not_delivered_is_sent_again_before_the_next_message()
    {
        _talk.SendSms();
        var sent = _talk.DispatchAllSms();
        _talk.ReportSms(sent[0], DeliveryStatus.Failed, "undelivered", RefusalCodes.SmsNotDelivered, 30003);
        Assert.Equal(MessageStatus.Sent, _talk.Messages[sent[1].MessageId].Status);

        _talk.SendSms();

        Assert.Equal([OutboundKind.Disclaimer, OutboundKind.Text], Kinds(_talk.DispatchAllSms()));
    }

    [Fact]
    public void STOP_ends_SMS_at_once_is_confirmed_once_and_leaves_WhatsApp_as_it_was()
    {
        _talk.Receive("Hello");
        _talk.SendSms();
        _talk.ReceiveSms("Stop!");
        _talk.ReceiveSms("STOP");

        Assert.Equal([OutboundKind.StopConfirmation], Kinds(_talk.DispatchAllSms()));
        Assert.Equal(RefusalCodes.ConsentDeclined, _talk.SendSms().Refusal!.Code);
        Assert.Null(_talk.Send().Refusal);
        Assert.Equal(ConsentStatus.Granted, _talk.WhatsApp.Consent.Status);
    }

    [Fact]
    public void A_STOP_on_WhatsApp_leaves_SMS_as_it_was()
    {
        _talk.Receive("Hello");
        _talk.Receive("STOP");

        Assert.Equal(RefusalCodes.ConsentDeclined, _talk.Send().Refusal!.Code);
        Assert.Null(_talk.SendSms().Refusal);
    }

    [Fact]
    public void A_STOP_that_the_provider_has_confirmed_is_not_confirmed_again()
    {
        _talk.ReceiveSms("Leave me alone", ConsentAnswer.Stop);

        Assert.Empty(_talk.State.Open);
        Assert.Equal(RefusalCodes.ConsentDeclined, _talk.SendSms().Refusal!.Code);
    }

    [Theory]
    [InlineData("START", ConsentAnswer.None)]
    [InlineData("yes", ConsentAnswer.None)]
    [InlineData("Back again", ConsentAnswer.Yes)]
    public void START_brings_the_talk_back(string text, ConsentAnswer understood)
    {
        _talk.ReceiveSms("STOP");
        _talk.DispatchAllSms();
        _talk.Advance(TimeSpan.FromMinutes(1));
        _talk.ReceiveSms(text, understood);

        Assert.Null(_talk.SendSms().Refusal);
    }

    [Theory]
    [InlineData("No")]
    [InlineData("Please don't stop")]
    [InlineData("HELP")]
    public void Other_words_refuse_nothing(string text)
    {
        _talk.ReceiveSms(text);

        Assert.Null(_talk.SendSms().Refusal);
        Assert.Equal(ConsentStatus.NotAsked, _talk.Sms.Consent.Status);
    }

    [Fact]
    public void A_STOP_that_comes_after_a_newer_START_stops_nothing()
    {
        _talk.ReceiveSms("START");
        _talk.SendSms();
        _talk.ReceiveSms("STOP", late: TimeSpan.FromMinutes(5));

        Assert.Equal([OutboundKind.Disclaimer, OutboundKind.Text], Kinds(_talk.DispatchAllSms()));
    }

    [Fact]
    public void A_contact_known_only_by_username_gets_no_SMS()
    {
        _talk.Known = new Aliases(null, "DE.13491208655302741918");

        Assert.Equal(RefusalCodes.NoPhoneNumber, _talk.SendSms().Refusal!.Code);
        Assert.Equal(RefusalCodes.NoPhoneNumber, Standing.Of(_talk.State, Channel.Sms, _talk.SmsFacts, _talk.Rules, _talk.Now).Text!.Code);
    }

    [Theory]
    [InlineData(1600, null)]
    [InlineData(1601, RefusalCodes.InvalidRequest)]
    [InlineData(0, RefusalCodes.InvalidRequest)]
    public void A_text_has_at_most_1600_characters(int length, string? code) =>
        Assert.Equal(code, _talk.SendSms(new string('x', length)).Refusal?.Code);

    [Fact]
    public void There_are_no_templates_and_no_requests_by_SMS()
    {
        var template = new TemplateToSend("reopen", "en_US", Talk.Template("reopen"), []);

        Assert.Equal(RefusalCodes.InvalidRequest, _talk.SendSms(change: send => send with { Text = null, Template = template }).Refusal!.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.SendSms(change: send => send with { OptIn = _talk.Offer() }).Refusal!.Code);
        var (basis, request) = _talk.Offer();
        var ask = new AskConsent { Channel = Channel.Sms, Author = Talk.User, Basis = basis, Request = request, Facts = _talk.SmsFacts };
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.Decide(ask).Refusal!.Code);
        Assert.Empty(_talk.Log);
    }

    [Fact]
    public void Where_the_line_has_no_number_for_it_SMS_is_said_to_be_off()
    {
        Assert.Equal(RefusalCodes.SmsNotEnabled, _talk.SendSms(change: send => send with { Facts = new SendingFacts(null, _talk.Known) }).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.SmsNotEnabled,
            Standing.Of(_talk.State, Channel.Sms, new SendingFacts(null, _talk.Known), _talk.Rules, _talk.Now).Text!.Code);

        _talk.SendSms();
        var notice = _talk.State.Head(Channel.Sms)!;
        Assert.Equal(RefusalCodes.SmsNotEnabled, _talk.Decide(new StartAttempt(notice.MessageId, "a0", null, _talk.Known)).Refusal!.Code);
    }

    [Fact]
    public void That_a_number_takes_no_SMS_is_believed_until_the_contact_writes()
    {
        _talk.SendSms();
        _talk.Reply(_talk.DispatchSms()!, new AttemptOutcome.Refused(RefusalCodes.NotOnSms, 21614));
        Assert.Equal(RefusalCodes.NotOnSms, _talk.SendSms().Refusal!.Code);

        _talk.Advance(TimeSpan.FromMinutes(10));
        _talk.ReceiveSms("I am here");

        Assert.Null(_talk.SendSms().Refusal);
    }

    [Fact]
    public void Statuses_of_an_SMS_only_move_forward_and_every_word_is_kept()
    {
        _talk.SendSms();
        var sms = _talk.DispatchAllSms()[1];
        _talk.ReportSms(sms, DeliveryStatus.Delivered, "delivered");
        _talk.ReportSms(sms, DeliveryStatus.Sent, "queued");
        _talk.ReportSms(sms, DeliveryStatus.Sent, "sent");
        _talk.ReportSms(sms, DeliveryStatus.Failed, "undelivered", RefusalCodes.SmsNotDelivered, 30003);

        Assert.Equal(MessageStatus.Delivered, _talk.Messages[sms.MessageId].Status);
        Assert.Equal(["delivered", "queued", "sent", "undelivered"], _talk.Log.Select(stored => stored.Read()).OfType<StatusReceived>().Select(status => status.Word!));
    }

    [Fact]
    public void A_text_that_did_not_arrive_on_WhatsApp_goes_out_as_SMS_and_each_names_the_other()
    {
        var failed = NotOnWhatsApp();
        Assert.Null(_talk.SendSms(inPlaceOf: failed).Refusal);

        var sms = _talk.Messages[_talk.Messages[failed].ReplacedBy!];
        Assert.Equal((failed, Channel.Sms, OutboundKind.Text), (sms.InPlaceOf, sms.Channel, sms.Kind));
        Assert.Equal(MessageStatus.Failed, _talk.Messages[failed].Status);
        Assert.Equal([OutboundKind.Disclaimer, OutboundKind.Text], Kinds(_talk.DispatchAllSms()));
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.SendSms(inPlaceOf: failed).Refusal!.Code);
    }

    [Fact]
    public void A_message_that_waited_for_a_request_that_did_not_arrive_goes_out_as_SMS()
    {
        _talk.Send("Good morning", _talk.Offer(), id: "m1");
        _talk.Report(Assert.Single(_talk.DispatchAll()), DeliveryStatus.Failed, RefusalCodes.NotOnWhatsApp, 131026);
        Assert.Equal(RefusalCodes.NotOnWhatsApp, _talk.Messages["m1"].FailureCode);

        Assert.Null(_talk.SendSms(inPlaceOf: "m1").Refusal);
    }

    [Fact]
    public void What_arrived_or_is_not_a_persons_is_not_sent_as_SMS_instead()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.SendSms(inPlaceOf: "m1").Refusal!.Code);
        _talk.DispatchAll();
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.SendSms(inPlaceOf: "m1").Refusal!.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.SendSms(inPlaceOf: _talk.Messages.Values.First(message => message.Inbound).MessageId).Refusal!.Code);

        _talk.SendSms();
        var sms = _talk.State.Open[^1].MessageId;
        _talk.ReceiveSms("STOP");
        Assert.Equal(MessageStatus.Failed, _talk.Messages[sms].Status);
        Assert.Equal(RefusalCodes.InvalidRequest, _talk.SendSms(inPlaceOf: sms).Refusal!.Code);
    }

    private string NotOnWhatsApp()
    {
        _talk.Receive("Hello");
        _talk.Send(id: "m1");
        _talk.Reply(_talk.Dispatch()!, new AttemptOutcome.Refused(RefusalCodes.NotOnWhatsApp, 131026));
        return "m1";
    }

    private IEnumerable<OutboundKind> Kinds(IEnumerable<Attempt> attempts) => attempts.Select(attempt => _talk.Messages[attempt.MessageId].Kind);
}
