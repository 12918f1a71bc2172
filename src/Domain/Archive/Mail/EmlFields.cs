using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Archive.Words;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Archive.Mail;

/// <summary>What the X- headers of a mail say. Their names and forms are promised in docs/exports.md.</summary>
internal static class EmlFields
{
    /// <summary>Of the headers. A new form of a known header is a new format.</summary>
    public const string Format = "1";

    public static IEnumerable<(string Name, string? Value)> Of(ArchivedConversation conversation, ArchivedRecord record)
    {
        var (parties, position) = (conversation.Parties, record.Position);
        var mark = ArchiveWords.Mark(record.Event);
        var template = TemplateOf(record.Event);
        return
        [
            ("Format", Format),
            ("Event", record.TypeName),
            ("Channel", ChannelOf(record.Event)?.Name()),
            ("Direction", Direction(record.Event)),
            ("Organization", parties.Key.Organization),
            ("Line", parties.Key.Line),
            ("Number", NumberOf(record.Event)),
            ("Contact", parties.Key.Contact),
            ("Contact-Phone", parties.Contact.Phone),
            ("Contact-BSUID", parties.Contact.Bsuid),
            ("Conversation", $"{parties.Key}"),
            ("Version", Number(record.Version)),
            ("Message", record.MessageId),
            ("Provider-Message", ProviderMessageOf(record.Event)),
            ("In-Reply-To", ArchivedConversation.QuotedId(record)),
            ("Occurred", ArchiveTimes.Iso(record.OccurredAt)),
            ("Captured", ArchiveTimes.Iso(record.Event.At)),
            ("Template", template?.Name),
            ("Template-Language", template?.Language),
            ("Template-Category", template?.Category),
            ("Policy-Action", mark is null ? null : ArchiveWords.Word(mark.Action)),
            ("Policy-Rules", mark is null ? null : string.Join(", ", mark.Findings.Select(finding => $"{finding.Organization}/{finding.Rule}"))),
            ("Policy-Types", mark is null ? null : string.Join(", ", mark.Findings.SelectMany(finding => finding.Types).Distinct(StringComparer.Ordinal))),
            ("Policy-Original", mark?.Original),
            ("Content", record.Content.IsDisposed ? "disposed" : record.Content.Opened is null ? null : "open"),
            ("Content-Salt", record.Content.Salt.IsEmpty ? null : Convert.ToHexStringLower(record.Content.Salt.Span)),
            ("Commitment", CommitmentOf(record.Event)),
            ("Text-SHA-256", record.Content.Opened?.Text is { } text ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) : null),
            ("Attachments", record.Files.Count == 0 ? null : Number(record.Files.Count)),
            ("Ledger-Shard", position?.Shard),
            ("Ledger-Sequence", position is null ? null : Number(position.Sequence)),
            ("Ledger-Leaf", position?.Leaf),
            ("Ledger-Chain", position?.Chain),
            ("Ledger-Recorded", position is null ? null : Microseconds(position.RecordedAt)),
        ];
    }

    public static Channel? ChannelOf(ConversationEvent e) => e switch
    {
        IThreadEvent thread => thread.Channel,
        ReactionReceived reaction => reaction.Channel,
        MessageEdited edited => edited.Channel,
        MessageRevoked revoked => revoked.Channel,
        CallUpdated call => call.Channel,
        ConsentAsked asked => asked.Channel,
        ConsentGiven given => given.Channel,
        ConsentRefused refused => refused.Channel,
        SessionOpened opened => opened.Channel,
        SessionExtended extended => extended.Channel,
        SessionClosed closed => closed.Channel,
        MarketingPreferenceChanged change => change.Channel,
        MessageBlocked blocked => blocked.Channel,
        MessageReplaced replaced => replaced.Channel,
        MessageQueued queued => queued.Channel,
        AttemptStarted started => started.Channel,
        AttemptDeferred deferred => deferred.Channel,
        MessageSent sent => sent.Channel,
        StatusReceived status => status.Channel,
        MessageFailed failed => failed.Channel,
        OutcomeUnknown unknown => unknown.Channel,
        _ => null,
    };

    /// <summary>Who did it: the contact (inbound), the firm (outbound), or neither.</summary>
    private static string? Direction(ConversationEvent e) => ArchivedActor.Of(e).Side switch
    {
        ActorSide.Contact => "inbound",
        ActorSide.Firm => "outbound",
        _ => null,
    };

    private static string? NumberOf(ConversationEvent e) => e switch
    {
        MessageReceived received => received.Number,
        MessageEchoed echoed => echoed.Number,
        MessageAccepted accepted => accepted.Number,
        ReactionReceived reaction => reaction.Number,
        MessageEdited edited => edited.Number,
        MessageRevoked revoked => revoked.Number,
        CallRecorded call => call.Number,
        CallUpdated call => call.Number,
        MarketingPreferenceChanged change => change.Number,
        MessageQueued queued => queued.Number,
        AttemptStarted started => started.Number,
        MessageSent sent => sent.Number,
        StatusReceived status => status.Number,
        _ => null,
    };

    private static string? ProviderMessageOf(ConversationEvent e) => e switch
    {
        MessageReceived received => received.ProviderMessageId,
        MessageEchoed echoed => echoed.ProviderMessageId,
        ReactionReceived reaction => reaction.ProviderMessageId,
        MessageEdited edited => edited.ProviderMessageId,
        MessageRevoked revoked => revoked.ProviderMessageId,
        ICallEvent call => call.CallId,
        MessageSent sent => sent.ProviderMessageId,
        StatusReceived status => status.ProviderMessageId,
        _ => null,
    };

    private static string? CommitmentOf(ConversationEvent e) => e switch
    {
        MessageReceived received => received.Commitment,
        MessageEchoed echoed => echoed.Commitment,
        MessageAccepted accepted => accepted.Commitment,
        ReactionReceived reaction => reaction.Commitment,
        MessageEdited edited => edited.Commitment,
        MessageRevoked revoked => revoked.Commitment,
        CallRecorded call => call.Commitment,
        CallUpdated call => call.Commitment,
        MarketingPreferenceChanged change => change.Commitment,
        StatusReceived status => status.Commitment,
        _ => null,
    };

    private static TemplateReference? TemplateOf(ConversationEvent e) => e switch
    {
        MessageAccepted accepted => accepted.Template,
        MessageBlocked blocked => blocked.Template,
        _ => null,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The leaf is over microseconds, so fewer digits would not be enough to make it again.</summary>
    private static string Microseconds(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
