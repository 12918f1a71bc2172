using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Tests.Golden;

/// <summary>What the golden files say, by file name. A file is never changed: a new form of an event gets a new file.</summary>
internal static class GoldenEvents
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, 700, TimeSpan.Zero);
    private static readonly DateTimeOffset ProviderAt = new(2026, 3, 2, 8, 59, 58, TimeSpan.Zero);
    private const string Commitment = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static IReadOnlyDictionary<string, ConversationEvent> V1 { get; } = new Dictionary<string, ConversationEvent>(StringComparer.Ordinal)
    {
        ["aliases_learned"] = new AliasesLearned { At = At, Phone = "+4915112345678", Bsuid = "DE.13491208655302741918", ProviderAt = ProviderAt },
        ["aliases_learned.bsuid"] = new AliasesLearned { At = At, Bsuid = "DE.13491208655302741918", ProviderAt = ProviderAt },
        ["aliases_learned.phone"] = new AliasesLearned { At = At, Phone = "+4915112345678" },

        ["phone_lost"] = new PhoneLost { At = At, Phone = "+4915112345678", ProviderAt = ProviderAt },
        ["merged_into"] = new MergedInto { At = At, Contact = "k1" },
        ["contact_merged"] = new ContactMerged
        {
            At = At,
            Contact = "k2",
            Standings =
            [
                new MergedStanding
                {
                    Channel = Channel.WhatsApp,
                    FirstAskedAt = At,
                    AskedAt = At.AddDays(1),
                    FirstAskedBy = "m1",
                    AskedBy = "m2",
                    SentAt = At.AddDays(1).AddSeconds(1),
                    Repeated = true,
                    FirstGrantAt = At.AddDays(2),
                    LastGrantAt = At.AddDays(3),
                    NoAt = At.AddDays(4),
                    FirstStopAt = At.AddDays(5),
                    LastStopAt = At.AddDays(6),
                    ImpliedAt = At.AddDays(7),
                    SessionUntil = At.AddDays(8),
                    ReachedAt = At.AddDays(9),
                    MissedAt = At.AddDays(10),
                    Informed = true,
                    MarketingStopped = true,
                    MarketingAt = At.AddDays(11),
                    MarketingHeldBackAt = At.AddDays(12),
                },
            ],
        },
        ["contact_merged.language"] = new ContactMerged
        {
            At = At,
            Contact = "k2",
            Standings = [new MergedStanding { Channel = Channel.WhatsApp, FirstAskedAt = At, AskedAt = At, FirstAskedBy = "m1", AskedBy = "m1", AskedIn = "de" }],
        },
        ["contact_merged.bare"] = new ContactMerged { At = At, Contact = "k2", Standings = [new MergedStanding { Channel = Channel.Sms }] },

        ["consent_asked"] = new ConsentAsked
        {
            At = At, Channel = Channel.WhatsApp, MessageId = "m1", Author = "jürgen", Basis = ConsentBasis.ExistingClient,
        },
        ["consent_asked.form"] = new ConsentAsked { At = At, Channel = Channel.WhatsApp, MessageId = "m1", Author = "anna", Basis = ConsentBasis.Form },
        ["consent_asked.in_person"] = new ConsentAsked
        {
            At = At, Channel = Channel.WhatsApp, MessageId = "m1", Author = "anna", Basis = ConsentBasis.InPerson,
        },
        ["consent_asked.other"] = new ConsentAsked { At = At, Channel = Channel.WhatsApp, MessageId = "m1", Author = "anna", Basis = ConsentBasis.Other },
        ["consent_asked.language"] = new ConsentAsked
        {
            At = At, Channel = Channel.WhatsApp, MessageId = "m1", Author = "anna", Basis = ConsentBasis.Form, Language = "de",
        },
        ["consent_asked.repeat"] = new ConsentAsked { At = At, Channel = Channel.WhatsApp, MessageId = "m1", Repeat = true },

        ["consent_given.button"] = Given(AnswerForm.Button) with { RequestId = "m1" },
        ["consent_given.word"] = Given(AnswerForm.Word),
        ["consent_given.first_message"] = Given(AnswerForm.FirstMessage),
        ["consent_refused.button"] = Refused(AnswerForm.Button, stop: false) with { RequestId = "m1" },
        ["consent_refused.word"] = Refused(AnswerForm.Word, stop: false),
        ["consent_refused.button_stop"] = Refused(AnswerForm.Button, stop: true),
        ["consent_refused.stop"] = Refused(AnswerForm.Word, stop: true),

        ["session_opened"] = new SessionOpened { At = At, Channel = Channel.WhatsApp, Until = ProviderAt.AddDays(1), ProviderAt = ProviderAt },
        ["session_extended"] = new SessionExtended { At = At, Channel = Channel.WhatsApp, Until = ProviderAt.AddDays(1), ProviderAt = ProviderAt },
        ["session_closed.reminder"] = new SessionClosed { At = At, Channel = Channel.WhatsApp, Until = ProviderAt, By = ClosedBy.Reminder },
        ["session_closed.clock"] = new SessionClosed { At = At, Channel = Channel.WhatsApp, Until = ProviderAt, By = ClosedBy.Clock },

        ["message_received"] = Received(Channel.WhatsApp, inReplyTo: null),
        ["message_received.reply"] = Received(Channel.WhatsApp, inReplyTo: "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA"),
        ["message_received.sms"] = Received(Channel.Sms, inReplyTo: null),
        ["message_received.voice"] = Received(Channel.Voice, inReplyTo: null),

        ["message_received.historic"] = Received(Channel.WhatsApp, inReplyTo: null) with { Historic = true },
        ["message_echoed"] = Echoed(inReplyTo: null),
        ["message_echoed.historic"] = Echoed("wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA") with { Historic = true },
        ["reaction_received"] = Reaction(removed: false),
        ["reaction_received.removed"] = Reaction(removed: true),
        ["message_edited"] = new MessageEdited
        {
            At = At, MessageId = "m2", Channel = Channel.WhatsApp, Number = "106540352242922", ProviderMessageId = "wamid.HBgLEdit", ProviderAt = ProviderAt, Commitment = Commitment,
        },
        ["message_revoked"] = new MessageRevoked
        {
            At = At, MessageId = "m2", Channel = Channel.WhatsApp, Number = "106540352242922", ProviderMessageId = "wamid.HBgLRevoke", ProviderAt = ProviderAt, Commitment = Commitment,
        },
        ["call_recorded"] = new CallRecorded
        {
            At = At, MessageId = "m3", Channel = Channel.WhatsApp, Number = "106540352242922", CallId = "wacid.HBgL", Inbound = true, Happened = "connect", ProviderAt = ProviderAt, Commitment = Commitment,
        },
        ["call_recorded.ended"] = new CallRecorded
        {
            At = At, MessageId = "m3", Channel = Channel.WhatsApp, Number = "106540352242922", CallId = "wacid.HBgL", Inbound = false, Happened = "terminate", Result = "completed", Seconds = 17, ProviderAt = ProviderAt, Commitment = Commitment,
        },
        ["call_updated"] = new CallUpdated
        {
            At = At, MessageId = "m3", Channel = Channel.WhatsApp, Number = "106540352242922", CallId = "wacid.HBgL", Happened = "terminate", Result = "completed", Seconds = 17, ProviderAt = ProviderAt, Commitment = Commitment,
        },
        ["marketing_preference_changed"] = new MarketingPreferenceChanged
        {
            At = At, Channel = Channel.WhatsApp, Number = "106540352242922", Stopped = true, ProviderAt = ProviderAt, Commitment = Commitment,
        },

        ["message_accepted.text"] = Accepted(OutboundKind.Text, "anna", template: null),
        ["message_accepted.template"] = Accepted(OutboundKind.Template, "anna", new TemplateReference("reopen_talk", "en_US")),
        ["message_accepted.marketing"] = Accepted(
            OutboundKind.Template, "anna", new TemplateReference("summer_offer", "en_US") { Category = "MARKETING" }),
        ["message_accepted.reply"] = Accepted(OutboundKind.Text, "anna", template: null) with { InReplyTo = "wamid.HBgLQuoted" },
        ["message_accepted.waiting"] = Accepted(OutboundKind.Text, "anna", template: null) with { AwaitsConsent = true },
        ["message_accepted.opt_in_request"] = Accepted(OutboundKind.OptInRequest, author: null, new TemplateReference("optin_request", "de")),
        ["message_accepted.stop_confirmation"] = Accepted(OutboundKind.StopConfirmation, author: null, template: null),

        ["message_accepted.disclaimer"] = Accepted(OutboundKind.Disclaimer, author: null, template: null) with { Channel = Channel.Sms, Number = "+49305550100" },
        ["message_accepted.in_place"] = Accepted(OutboundKind.Text, "anna", template: null) with
        {
            Channel = Channel.Sms, Number = "+49305550100", InPlaceOf = "m0",
        },
        ["message_blocked"] = new MessageBlocked
        {
            At = At,
            MessageId = "m9",
            Channel = Channel.WhatsApp,
            Kind = OutboundKind.Template,
            Author = "anna",
            Template = new TemplateReference("order_update", "en"),
            Policy = Policy(PolicyAction.Block) with { Original = Commitment },
        },
        ["message_accepted.policy"] = new MessageAccepted
        {
            At = At,
            MessageId = "m1",
            Channel = Channel.WhatsApp,
            Number = "106540352242922",
            Kind = OutboundKind.Text,
            Author = "anna",
            Commitment = Commitment,
            Policy = Policy(PolicyAction.Redact) with { Original = Commitment },
        },
        ["message_received.policy"] = new MessageReceived
        {
            At = At,
            MessageId = "m2",
            Channel = Channel.WhatsApp,
            Number = "106540352242922",
            ProviderMessageId = "wamid.2",
            ProviderAt = ProviderAt,
            Kind = "text",
            Commitment = Commitment,
            Policy = Policy(PolicyAction.Flag),
        },
        ["message_echoed.policy"] = new MessageEchoed
        {
            At = At,
            MessageId = "m3",
            Channel = Channel.WhatsApp,
            Number = "106540352242922",
            ProviderMessageId = "wamid.3",
            ProviderAt = ProviderAt,
            Kind = "text",
            Commitment = Commitment,
            Policy = Policy(PolicyAction.Redact) with { Original = Commitment },
        },
        ["message_edited.policy"] = new MessageEdited
        {
            At = At,
            MessageId = "m2",
            Channel = Channel.WhatsApp,
            Number = "106540352242922",
            ProviderMessageId = "wamid.4",
            ProviderAt = ProviderAt,
            Commitment = Commitment,
            Policy = Policy(PolicyAction.Redact) with { Original = Commitment },
        },
        ["message_replaced"] = new MessageReplaced { At = At, MessageId = "m0", Channel = Channel.WhatsApp, ReplacedBy = "m1" },

        ["message_queued"] = Queued(retriedBy: null),
        ["message_queued.retry"] = Queued(retriedBy: "anna"),
        ["attempt_started"] = new AttemptStarted
        {
            At = At, MessageId = "m1", Channel = Channel.WhatsApp, Number = "106540352242922", AttemptId = "a1", Deadline = At.AddMinutes(10),
        },
        ["attempt_deferred"] = new AttemptDeferred { At = At, MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a1", NotBefore = At.AddSeconds(4), ProviderCode = 131056 },
        ["attempt_deferred.no_code"] = new AttemptDeferred { At = At, MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a1", NotBefore = At.AddSeconds(4) },
        ["message_sent.reply"] = Sent(LearnedBy.Reply),
        ["message_sent.status"] = Sent(LearnedBy.Status),

        ["status_received.sent"] = Status(DeliveryStatus.Sent),
        ["status_received.delivered"] = Status(DeliveryStatus.Delivered),
        ["status_received.read"] = Status(DeliveryStatus.Read),
        ["status_received.played"] = Status(DeliveryStatus.Played),
        ["status_received.failed"] = Status(DeliveryStatus.Failed) with { Code = RefusalCodes.NotOnWhatsApp, ProviderCode = 131026 },
        ["status_received.raw"] = Status(DeliveryStatus.Delivered) with { Commitment = Commitment },

        ["status_received.sms"] = Status(DeliveryStatus.Failed) with
        {
            Channel = Channel.Sms,
            Number = "+49305550100",
            ProviderMessageId = "SM00000000000000000000000000000001",
            Word = "undelivered",
            Code = RefusalCodes.SmsNotDelivered,
            ProviderCode = 30003,
        },

        ["message_failed"] = Failed(OutboundKind.Text, RefusalCodes.SessionClosed),
        ["message_failed.provider"] = Failed(OutboundKind.OptInRequest, RefusalCodes.NotOnWhatsApp) with { ProviderCode = 131026, FailedAt = ProviderAt },
        ["outcome_unknown"] = new OutcomeUnknown { At = At, MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a1" },
    };

    private static ConsentGiven Given(AnswerForm by) =>
        new() { At = At, Channel = Channel.WhatsApp, By = by, MessageId = "m2", ProviderAt = ProviderAt };

    private static ConsentRefused Refused(AnswerForm by, bool stop) =>
        new() { At = At, Channel = Channel.WhatsApp, By = by, Stop = stop, MessageId = "m2", ProviderAt = ProviderAt };

    private static MessageReceived Received(Channel channel, string? inReplyTo) => new()
    {
        At = At,
        MessageId = "m2",
        Channel = channel,
        Number = "106540352242922",
        ProviderMessageId = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTdCNTg5RjY1MEMyRjlGMjRGNgA=",
        ProviderAt = ProviderAt,
        Kind = "text",
        InReplyTo = inReplyTo,
        Commitment = Commitment,
    };

    private static MessageEchoed Echoed(string? inReplyTo) => new()
    {
        At = At,
        MessageId = "m4",
        Channel = Channel.WhatsApp,
        Number = "106540352242922",
        ProviderMessageId = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBJFY2hv",
        ProviderAt = ProviderAt,
        Kind = "image",
        InReplyTo = inReplyTo,
        Commitment = Commitment,
    };

    private static ReactionReceived Reaction(bool removed) => new()
    {
        At = At,
        MessageId = "m1",
        Channel = Channel.WhatsApp,
        Number = "106540352242922",
        ProviderMessageId = "wamid.HBgLReaction",
        ProviderAt = ProviderAt,
        Removed = removed,
        Commitment = Commitment,
    };

    private static MessageAccepted Accepted(OutboundKind kind, string? author, TemplateReference? template) => new()
    {
        At = At,
        MessageId = "m1",
        Channel = Channel.WhatsApp,
        Number = "106540352242922",
        Kind = kind,
        Author = author,
        Template = template,
        Commitment = Commitment,
    };

    private static MessageQueued Queued(string? retriedBy) => new()
    {
        At = At, MessageId = "m1", Channel = Channel.WhatsApp, Number = "106540352242922", Kind = OutboundKind.Text, RetriedBy = retriedBy,
    };

    private static MessageSent Sent(LearnedBy by) => new()
    {
        At = At,
        MessageId = "m1",
        Channel = Channel.WhatsApp,
        Number = "106540352242922",
        AttemptId = "a1",
        ProviderMessageId = "wamid.HBgLMTY1MDU1NTEyMzQA",
        By = by,
    };

    private static StatusReceived Status(DeliveryStatus status) => new()
    {
        At = At,
        MessageId = "m1",
        Channel = Channel.WhatsApp,
        Number = "106540352242922",
        ProviderMessageId = "wamid.HBgLMTY1MDU1NTEyMzQA",
        Status = status,
        ProviderAt = ProviderAt,
    };

    private static MessageFailed Failed(OutboundKind kind, string code) =>
        new() { At = At, MessageId = "m1", Kind = kind, Channel = Channel.WhatsApp, Code = code, FailedAt = At };

    private static PolicyMark Policy(PolicyAction action) =>
        new(action, [new PolicyFinding("acme", "cards", "Payment cards", action, ["CREDIT_CARD", "IBAN_CODE"], 3)]);
}
