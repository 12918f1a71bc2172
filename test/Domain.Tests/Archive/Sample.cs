using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>A conversation of invented people in which everything happens that can happen, over a night in which the clocks go forward.</summary>
internal static class Sample
{
    public const string Evil = "</p><script>alert(1)</script> & \u202Egnp.exe\u202C zero\u200Bwidth";
    public const string Family = "👨‍👩‍👧 می‌خواهم";

    private static readonly DateTimeOffset Start = new(2026, 3, 28, 15, 0, 0, TimeSpan.Zero);

    public static byte[] Picture { get; } = [0x89, .. "PNG\r\n\u001A\n"u8, 0, 1, 2, 3, 0xFF, 0xFE];

    public static ArchivedParties Parties { get; } = new()
    {
        Key = new ConversationKey("acme", "private-clients", "k7"),
        OrganizationName = "Acme Advisory GmbH",
        LineName = "Private clients",
        Numbers = [new LineNumber(Channel.WhatsApp, "106540352242922", "+49 30 5550100"), new LineNumber(Channel.Sms, "+49305550100", "+49 30 5550100")],
        Contact = new ArchivedContact("k7", "María Öztürk-Keller", "+4915155501234", "DE.13491208655302741918"),
        People = [new ArchivedPerson("anna", "Anna Vogel") { Mail = "anna.vogel@acme.example" }, new ArchivedPerson("jürgen", "Jürgen “JB” Becker")],
        Custodians = ["anna"],
    };

    public static ArchivedConversation Conversation { get; } = ArchivedConversation.Of(Parties, Records()) with
    {
        Head = new ArchivedHead(Start.AddDays(2), 5120, Hash("root"))
        {
            KeyId = "acme-2026-1", Signature = "MEUCIQDexampleexampleexampleexampleexampleexampleexample=", Anchors = ["/mnt/anchors", "anchors@auditor.example"],
        },
        Omissions = [new ArchiveOmission("Messages before 28 March 2026", "Outside of the period that was asked for.")],
    };

    public static TimeZoneInfo Berlin { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static ArchivedRecord Record<T>()
        where T : ConversationEvent => Conversation.Records.First(record => record.Event is T);

    /// <summary>The records of these events, each with a place in a ledger.</summary>
    public static IEnumerable<ArchivedRecord> Chained(IEnumerable<ArchivedRecord> records)
    {
        var chain = LedgerHash.ChainStart("acme-0");
        var sequence = 40L;
        foreach (var record in records)
        {
            var at = record.Event.At.AddMilliseconds(3);
            var leaf = LedgerHash.Leaf(Parties.Key, record.Version, EventFormat.Schema, at, record.Body.Span);
            chain = LedgerHash.Chain(chain, leaf);
            yield return record with
            {
                Position = new ArchivedPosition("acme-0", sequence++, Convert.ToHexStringLower(leaf), Convert.ToHexStringLower(chain), at),
            };
        }
    }

    public static ArchivedContent Says(MessageContent content) => ArchivedContent.Of(Salted(content));

    private static SaltedContent Salted(MessageContent content) => SaltedContent.Of(content, SHA256.HashData(content.ToBytes()));

    private static string Hash(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)));

    private static IEnumerable<ArchivedRecord> Records() => Chained(Told().Select((told, index) => told(index + 1L)));

    private static ArchivedRecord New(long version, ConversationEvent e, MessageContent? content = null) =>
        new(version, e) { Content = content is null ? ArchivedContent.None : Says(content) };

    private static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes).AddMilliseconds(700);

    private static DateTimeOffset ProviderAt(double minutes) => Start.AddMinutes(minutes);

    private static PolicyMark Mark(PolicyAction action, bool isSealed) =>
        new(action, [new PolicyFinding("acme", "cards", "Payment cards", action, ["CREDIT_CARD", "IBAN_CODE"], 2)]) { Original = isSealed ? Hash("sealed") : null };

    private static IEnumerable<Func<long, ArchivedRecord>> Told()
    {
        const string number = "106540352242922";
        var request = new MessageContent
        {
            Text = "Acme Advisory GmbH would like to write to you on WhatsApp. Messages are recorded. Do you agree?",
            Buttons = ["Yes", "No"], Parameters = ["Acme Advisory GmbH"],
        };
        var yes = new MessageContent { Text = "Yes", ButtonPayload = "optin:yes" };
        var first = new MessageContent { Text = "Guten Tag Frau Öztürk-Keller,\nhere is the order form for Monday.\nFrom here on we write in English.\n.\nKind regards" };
        var form = new MessageContent { Text = "The form, signed", Media = new MediaContent("image", "media-1") { MimeType = "image/png", FileName = "Auftrag März\u202Egnp.png" } };
        var old = new MessageContent { Text = "Thanks, please buy 100 shares" };
        var news = new MessageContent { Text = "Thanks, please buy 10 shares" };
        var emoji = new MessageContent { Text = "👍🏽" };
        var evil = new MessageContent { Text = Evil };
        var joined = new MessageContent { Text = Family };
        var card = new MessageContent { Text = "My card is [CREDIT_CARD]" };
        var place = new MessageContent { Location = new LocationContent(52.5163, 13.3777, "Brandenburger Tor", "Pariser Platz, Berlin") };
        var contact = new MessageContent { Cards = [new CardContent("Paul Keller", ["+4915155509999"], ["paul@example.org"], "Keller KG")] };
        var order = new MessageContent { Order = new OrderContent("cat-1", [new OrderLine("fund-7", 2, "150.00", "EUR")]), Detail = "by courier" };
        var template = new MessageContent { Text = "Your statement of March is ready.", Parameters = ["March"], Buttons = ["Open"], ButtonTargets = ["https://acme.example/s/1"] };
        var sms = new MessageContent { Text = "Your statement of March is ready." };
        var mail = new MessageContent { Media = new MediaContent("voicemail", "media-2") { MimeType = "audio/ogg", Sha256 = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=" } };

        yield return v => New(v, new AliasesLearned { At = At(0), Phone = "+4915155501234", Bsuid = "DE.13491208655302741918", ProviderAt = ProviderAt(0) });
        yield return v => New(v, new ConsentAsked { At = At(1), Channel = Channel.WhatsApp, MessageId = "m1", Author = "anna", Basis = ConsentBasis.ExistingClient, Language = "en" });
        yield return v => New(v, Accepted("m1", 1, request, OutboundKind.OptInRequest, "anna") with { Template = new TemplateReference("optin_request", "en") { Category = "UTILITY" } }, request);
        yield return v => New(v, new AttemptStarted { At = At(1.1), MessageId = "m1", Channel = Channel.WhatsApp, Number = number, AttemptId = "a1", Deadline = At(11) });
        yield return v => New(v, new AttemptDeferred { At = At(1.2), MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a1", NotBefore = At(1.3), ProviderCode = 131056 });
        yield return v => New(v, new AttemptStarted { At = At(1.3), MessageId = "m1", Channel = Channel.WhatsApp, Number = number, AttemptId = "a2", Deadline = At(11) });
        yield return v => New(v, new MessageSent { At = At(1.4), MessageId = "m1", Channel = Channel.WhatsApp, Number = number, AttemptId = "a2", ProviderMessageId = "wamid.OUT1", By = LearnedBy.Reply });
        yield return v => New(v, Status("m1", "wamid.OUT1", DeliveryStatus.Delivered, 1.5));
        yield return v => New(v, Status("m1", "wamid.OUT1", DeliveryStatus.Read, 2));
        yield return v => New(v, Received("m2", 3, yes, "button") with { InReplyTo = "wamid.OUT1" }, yes);
        yield return v => New(v, new ConsentGiven { At = At(3), Channel = Channel.WhatsApp, By = AnswerForm.Button, MessageId = "m2", RequestId = "m1", ProviderAt = ProviderAt(3) });
        yield return v => New(v, new SessionOpened { At = At(3), Channel = Channel.WhatsApp, Until = ProviderAt(3).AddDays(1), ProviderAt = ProviderAt(3) });
        yield return v => New(v, Accepted("m3", 5, first, OutboundKind.Text, "anna"), first);
        yield return v => New(v, new MessageSent { At = At(5.1), MessageId = "m3", Channel = Channel.WhatsApp, Number = number, AttemptId = "a3", ProviderMessageId = "wamid.OUT2", By = LearnedBy.Status });
        yield return v => New(v, Received("m4", 9, form, "image"), form) with
        {
            Files = [new ArchivedFile(form.Media!.FileName, "image/png") { Bytes = Picture, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Picture)) }],
        };
        yield return v => New(v, new SessionExtended { At = At(9), Channel = Channel.WhatsApp, Until = ProviderAt(9).AddDays(1), ProviderAt = ProviderAt(9) });
        yield return v => New(v, Received("m5", 10, old, "text") with { InReplyTo = "wamid.OUT2" }, old);
        yield return v => New(v, new MessageEdited { At = At(12), MessageId = "m5", Channel = Channel.WhatsApp, Number = number, ProviderMessageId = "wamid.EDIT", ProviderAt = ProviderAt(12), Commitment = Salted(news).Commitment }, news);
        yield return v => New(v, new ReactionReceived { At = At(13), MessageId = "m3", Channel = Channel.WhatsApp, Number = number, ProviderMessageId = "wamid.REACT", ProviderAt = ProviderAt(13), Removed = false, Commitment = Salted(emoji).Commitment }, emoji);
        yield return v => New(v, Received("m6", 14, evil, "text"), evil);
        yield return v => New(v, new MessageRevoked { At = At(15), MessageId = "m6", Channel = Channel.WhatsApp, Number = number, ProviderMessageId = "wamid.GONE", ProviderAt = ProviderAt(15), Commitment = Salted(evil).Commitment });
        yield return v => New(v, Received("m7", 16, joined, "text"), joined);
        yield return v => New(v, Received("m8", 17, card, "text") with { Policy = Mark(PolicyAction.Redact, isSealed: true) }, card);
        yield return v => New(v, Received("m9", 18, place, "location"), place);
        yield return v => New(v, Received("m10", 19, contact, "contacts"), contact);
        yield return v => New(v, Received("m11", 20, order, "order"), order);
        yield return v => New(v, Received("m12", 21, old, "text")) with { Content = ArchivedContent.Disposed };
        yield return v => New(v, new MessageBlocked { At = At(30), MessageId = "m13", Channel = Channel.WhatsApp, Kind = OutboundKind.Text, Author = "jürgen", Policy = Mark(PolicyAction.Block, isSealed: true) });
        yield return v => New(v, new CallRecorded { At = At(40), MessageId = "m14", Channel = Channel.WhatsApp, Number = number, CallId = "wacid.1", Inbound = true, Happened = "connect", ProviderAt = ProviderAt(40), Commitment = Hash("call") });
        yield return v => New(v, new CallUpdated { At = At(42), MessageId = "m14", Channel = Channel.WhatsApp, Number = number, CallId = "wacid.1", Happened = "terminate", Result = "completed", Seconds = 97, ProviderAt = ProviderAt(42), Commitment = Hash("call") });
        yield return v => New(v, Received("m15", 43, mail, "voicemail") with { Channel = Channel.Voice }, mail);
        yield return v => New(v, new MessageEchoed { At = At(45), MessageId = "m16", Channel = Channel.WhatsApp, Number = number, ProviderMessageId = "wamid.ECHO", ProviderAt = ProviderAt(45), Kind = "text", Commitment = Salted(sms).Commitment }, sms);
        // After the night in which the clocks go forward.
        yield return v => New(v, Accepted("m17", 1200, template, OutboundKind.Template, "jürgen") with { Template = new TemplateReference("statement_ready", "en") { Category = "UTILITY" }, AwaitsConsent = true }, template);
        yield return v => New(v, new MessageQueued { At = At(1201), MessageId = "m17", Channel = Channel.WhatsApp, Number = number, Kind = OutboundKind.Template });
        yield return v => New(v, new OutcomeUnknown { At = At(1212), MessageId = "m17", Channel = Channel.WhatsApp, AttemptId = "a9" });
        yield return v => New(v, new MessageQueued { At = At(1213), MessageId = "m17", Channel = Channel.WhatsApp, Number = number, Kind = OutboundKind.Template, RetriedBy = "jürgen" });
        yield return v => New(v, Status("m17", "wamid.OUT9", DeliveryStatus.Failed, 1214) with { Code = RefusalCodes.NotOnWhatsApp, ProviderCode = 131026, Word = "undeliverable" });
        yield return v => New(v, new MessageFailed { At = At(1214), MessageId = "m17", Kind = OutboundKind.Template, Channel = Channel.WhatsApp, Code = RefusalCodes.NotOnWhatsApp, ProviderCode = 131026, FailedAt = ProviderAt(1214) });
        yield return v => New(v, new MessageReplaced { At = At(1215), MessageId = "m17", Channel = Channel.WhatsApp, ReplacedBy = "m18" });
        yield return v => New(v, Accepted("m18", 1215, sms, OutboundKind.Text, "jürgen") with { Channel = Channel.Sms, Number = "+49305550100", InPlaceOf = "m17" }, sms);
        yield return v => New(v, new SessionClosed { At = At(1450), Channel = Channel.WhatsApp, Until = ProviderAt(9).AddDays(1), By = ClosedBy.Reminder });
        yield return v => New(v, new MarketingPreferenceChanged { At = At(1460), Channel = Channel.WhatsApp, Number = number, Stopped = true, ProviderAt = ProviderAt(1460), Commitment = Hash("marketing") });
        yield return v => New(v, new ReactionReceived { At = At(1465), MessageId = "m3", Channel = Channel.WhatsApp, Number = number, ProviderMessageId = "wamid.REACT2", ProviderAt = ProviderAt(1465), Removed = true, Commitment = Hash("taken back") });
        yield return v => New(v, Received("m19", 1470, yes with { Text = "STOP", ButtonPayload = null }, "text"), yes with { Text = "STOP", ButtonPayload = null });
        yield return v => New(v, new ConsentRefused { At = At(1470), Channel = Channel.WhatsApp, By = AnswerForm.Word, Stop = true, MessageId = "m19", ProviderAt = ProviderAt(1470) });
        yield return v => New(v, new ContactMerged { At = At(1480), Contact = "k8", Standings = [new MergedStanding { Channel = Channel.Sms, FirstAskedAt = At(0), LastGrantAt = At(2), AskedIn = "de", Informed = true }] });
        yield return v => New(v, new PhoneLost { At = At(1490), Phone = "+4915155501234", ProviderAt = ProviderAt(1490) });
        yield return v => New(v, new MergedInto { At = At(1500), Contact = "k9" });
    }

    private static MessageAccepted Accepted(string id, double minutes, MessageContent content, OutboundKind kind, string? author) => new()
    {
        At = At(minutes), MessageId = id, Channel = Channel.WhatsApp, Number = "106540352242922", Kind = kind, Author = author, Commitment = Salted(content).Commitment,
    };

    private static MessageReceived Received(string id, double minutes, MessageContent content, string kind) => new()
    {
        At = At(minutes),
        MessageId = id,
        Channel = Channel.WhatsApp,
        Number = "106540352242922",
        ProviderMessageId = string.Create(CultureInfo.InvariantCulture, $"wamid.{id}"),
        ProviderAt = ProviderAt(minutes),
        Kind = kind,
        Commitment = Salted(content).Commitment,
    };

    private static StatusReceived Status(string id, string providerId, DeliveryStatus status, double minutes) => new()
    {
        At = At(minutes), MessageId = id, Channel = Channel.WhatsApp, Number = "106540352242922", ProviderMessageId = providerId, Status = status, ProviderAt = ProviderAt(minutes),
    };
}
