using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Archive.Words;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Archive.Mail;

/// <summary>
/// Writes each record of a conversation as a mail (RFC 5322, MIME). A mail says what was known when its record came, and nothing later: a journal that sends
/// each as it happens and an export years afterwards write the same bytes. Lines end with CRLF, everything is 7-bit ASCII.
/// </summary>
/// <remarks>The headers are described in docs/exports.md.</remarks>
public sealed class EmlWriter
{
    private readonly ArchivedConversation _conversation;
    private readonly EmlOptions _options;
    private readonly ArchiveWords _words;
    private readonly string _conversationId;

    public EmlWriter(ArchivedConversation conversation, EmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        (_conversation, _options) = (conversation, options ?? new EmlOptions());
        _words = new ArchiveWords(conversation, ArchiveTimes.Utc);
        _conversationId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Parties.Key}")).AsSpan(0, 16));
    }

    private ArchivedParties Parties => _conversation.Parties;

    /// <summary>A name for the file that sorts by version, for example <c>000012-message_received.eml</c>.</summary>
    public static string FileName(ArchivedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Create(CultureInfo.InvariantCulture, $"{record.Version:D6}-{record.TypeName}.eml");
    }

    /// <summary>The same each time, and no other record's as long as the domain is the firm's own. With angle brackets.</summary>
    public string MessageId(ArchivedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Create(CultureInfo.InvariantCulture, $"<{record.Version}.{_conversationId}@{_options.Domain}>");
    }

    /// <param name="record">One of the conversation's.</param>
    /// <param name="to">Is written to, and left open.</param>
    public void Write(ArchivedRecord record, Stream to)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(to);
        var header = Header(record);
        List<MimePart> parts = [MimePart.OfText(Body(record)), .. Files(record), .. _options.Evidence ? Evidence(record) : []];
        if (parts is [var only])
        {
            MimePart.Ascii(to, header.ToString());
            only.Write(to);
            MimePart.Ascii(to, "\r\n");
            return;
        }

        // Neither Base64 nor quoted-printable can contain "=_" (RFC 2045, 6.7).
        var boundary = $"=_{record.Version.ToString(CultureInfo.InvariantCulture)}_{_conversationId}";
        MimePart.Ascii(to, $"{header.Tokens("Content-Type", "multipart/mixed;", $"boundary=\"{boundary}\"")}\r\n");
        foreach (var part in parts)
        {
            MimePart.Ascii(to, $"--{boundary}\r\n");
            part.Write(to);
            MimePart.Ascii(to, "\r\n");
        }

        MimePart.Ascii(to, $"--{boundary}--\r\n");
    }

    private HeaderWriter Header(ArchivedRecord record)
    {
        var (from, receivers) = Between(record);
        var quoted = _conversation.QuotedBy(record) ?? Subject(record);
        var header = new HeaderWriter()
            .Tokens("Date", record.OccurredAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture).Split(' '))
            .Mailboxes("From", [from])
            .Mailboxes("To", receivers)
            .Text("Subject", $"{Channel(record)}{ArchiveWords.Title(record.Event)}: {from.Display} to {string.Join(", ", receivers.Select(to => to.Display))}")
            .Tokens("Message-ID", MessageId(record));
        if (quoted is not null)
            header.Tokens("In-Reply-To", MessageId(quoted));

        // Every mail of a conversation hangs below one that is never sent.
        header.Tokens("References", [$"<{_conversationId}@{_options.Domain}>", .. quoted is null ? Array.Empty<string>() : [MessageId(quoted)]]);
        foreach (var (name, value) in EmlFields.Of(_conversation, record))
            header.Text($"X-MultiLine-{name}", value);
        return header
            .Text("X-MultiLine-Participants", string.Join(", ", receivers.Prepend(from).Select(party => party.Address)))
            .Tokens("MIME-Version", "1.0");
    }

    /// <summary>The earlier message that a record is about, where it is not the one that brings it.</summary>
    private ArchivedRecord? Subject(ArchivedRecord record) =>
        _conversation.MessageOf(record) is { } message && message.Version < record.Version ? message : null;

    private (Mailbox From, IReadOnlyList<Mailbox> To) Between(ArchivedRecord record) => ArchivedActor.Of(record.Event) switch
    {
        { Side: ActorSide.Contact } => (Contact, LineAndCustodians),
        { Person: { } person } => (OfPerson(person), [Contact]),
        { Side: ActorSide.Firm } => (Line, [Contact]),
        _ => (Product, LineAndCustodians),
    };

    private Mailbox OfPerson(string id)
    {
        var person = Parties.Person(id);
        var ours = Mailbox.Of(person.Name, person.Id, $"people.{_options.Domain}");
        return Mailbox.Checked(person.Mail) is { } known ? ours with { Address = known } : ours;
    }

    /// <summary>The product itself, for what nobody did.</summary>
    private Mailbox Product => Mailbox.Of(Parties.OrganizationName, Parties.Key.Organization, $"archive.{_options.Domain}");

    private Mailbox Line => Mailbox.Of(Parties.LineName, $"{Parties.Key.Organization}.{Parties.Key.Line}", $"lines.{_options.Domain}");

    private IReadOnlyList<Mailbox> LineAndCustodians => [Line, .. Parties.Custodians.Select(OfPerson)];

    private Mailbox Contact => Parties.Contact switch
    {
        { Phone: { } phone } contact => Mailbox.Of(contact.Display, phone, $"contacts.{_options.Domain}"),
        { Bsuid: { } bsuid } contact => Mailbox.Of(contact.Display, bsuid, $"contacts.{_options.Domain}"),
        var contact => Mailbox.Of(contact.Display, contact.Id, $"contacts.{_options.Domain}"),
    };

    private static string Channel(ArchivedRecord record) => EmlFields.ChannelOf(record.Event) is { } channel ? $"{ArchiveWords.Name(channel)} · " : "";

    /// <summary>What was said, exactly and first; below it, in brackets, what else is to be known.</summary>
    private string Body(ArchivedRecord record)
    {
        var said = record.Event is IThreadEvent and not CallRecorded ? record.Content.Opened?.Text : Told(record);
        var details = string.Join('\n', _words.Details(record));
        return said is null ? details : details.Length == 0 ? said : $"{said}\n\n{details}";
    }

    private string Told(ArchivedRecord record) => string.Join("\n", new[]
    {
        _words.Sentence(record),
        record.Event is MessageEdited ? ArchiveWords.Changed(_conversation.TextBefore(record), record.Content.Opened?.Text) : record.Content.Opened?.Text,
    }.Where(line => line is not null));

    private static IEnumerable<MimePart> Files(ArchivedRecord record) =>
        record.Files.Where(file => file.Bytes is not null).Select((file, index) => MimePart.OfFile(
            SafeText.FileName(file.Name) ?? string.Create(CultureInfo.InvariantCulture, $"file-{index + 1}"), file.MediaType, file.Bytes!.Value));

    private static IEnumerable<MimePart> Evidence(ArchivedRecord record)
    {
        yield return MimePart.OfFile("event.json", "application/json", record.Body);
        if (!record.Content.Bytes.IsEmpty)
            yield return MimePart.OfFile("content.json", "application/json", record.Content.Bytes);
    }
}
