using MultiLine.Domain.Archive.Mail;
using MultiLine.Domain.Archive.Words;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Archive.Rsmf;

/// <summary>Says in the format's terms what a slice holds. What it has no term for is a custom property, so nothing is lost.</summary>
internal sealed class RsmfManifestBuilder(ArchivedConversation conversation, RsmfOptions options, ArchiveWords words)
{
    private const string Contact = "contact";
    private const string Firm = "firm";
    private const string NoChannel = "conversation";

    private ArchivedParties Parties => conversation.Parties;

    public RsmfManifest Build(RsmfSlice slice, RsmfFiles files)
    {
        List<RsmfEvent> events = [.. slice.Items.Select(item => item is ArchivedMessage message ? OfMessage(message, files) : OfNote(item, files))];
        var people = Participants(slice);
        List<string> ids = [.. people.Select(person => person.Id)];
        return new RsmfManifest(
            RsmfWriter.FormatVersion,
            people,
            [.. events.Select(e => e.Conversation).Distinct(StringComparer.Ordinal).Select(platform => Conversation(platform, ids))],
            Threaded(events),
            RsmfWriter.CollectionId(Parties.Key));
    }

    /// <summary>The contact, the firm, and each person who did something or whose line it is.</summary>
    private List<RsmfParticipant> Participants(RsmfSlice slice)
    {
        var authors = slice.Items.SelectMany(item => item is ArchivedMessage message ? message.Records : [item.Record])
            .Select(record => ArchivedActor.Of(record.Event).Person).OfType<string>();
        var contact = Parties.Contact;
        return
        [
            new(Contact, Shown(contact.Display, contact.Id), Address(contact.Phone ?? contact.Bsuid ?? contact.Id, "contacts"),
                contact.Phone ?? contact.Bsuid ?? contact.Id)
            {
                Custom = Customs(("Contact", contact.Id), ("Phone", contact.Phone), ("WhatsApp user id", contact.Bsuid)),
            },
            new(Firm, Shown(Parties.LineName, Parties.Key.Line), Address($"{Parties.Key.Organization}.{Parties.Key.Line}", "lines"), Parties.Key.Line)
            {
                Custom = Customs([
                    ("Organization", Parties.OrganizationName),
                    .. Parties.Numbers.Select(number => ($"{ArchiveWords.Name(number.Channel)} number", (string?)number.Display))]),
            },
            .. authors.Concat(Parties.Custodians).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => Parties.Person(id))
                .Select(person => new RsmfParticipant(
                    PersonId(person.Id), Shown(person.Name, person.Id), Mailbox.Checked(person.Mail) ?? Address(person.Id, "people"), person.Id)),
        ];
    }

    private RsmfConversation Conversation(string platform, IReadOnlyList<string> participants) =>
        new(platform, $"{Shown(Parties.Contact.Display, Parties.Contact.Id)} · {Shown(Parties.LineName, Parties.Key.Line)}", platform, "direct", participants,
            Customs(("Conversation", $"{Parties.Key}"), ("Organization", Parties.OrganizationName), ("Line", Parties.LineName), ("Time zone", options.Zone.Id))!)
        {
            Custodian = Parties.Custodians is [var custodian, ..] ? PersonId(custodian) : Firm,
        };

    private RsmfEvent OfMessage(ArchivedMessage message, RsmfFiles files)
    {
        var call = message.Record.Event is CallRecorded;
        return Event(message.Record, "message", call ? null : message.Record.Content.Opened?.Text) with
        {
            Deleted = message.Deletion is null ? null : true,
            Direction = message.View.Inbound ? "incoming" : "outgoing",
            Parent = message.Quoted is { } quoted ? EventId(quoted) : null,
            Reactions = OrNull(Standing(message)),
            Attachments = Attachments(message.Records, files),
            Edits = OrNull(message.Edits.Select(edit => new RsmfEdit(
                Contact, RsmfWriter.Timestamp(edit.Record.OccurredAt), edit.Previous ?? ArchiveWords.NoText, edit.New ?? ArchiveWords.NoText))),
            ReadReceipts = OrNull(message.Later.Select(Receipt).OfType<RsmfReceipt>()),
            Custom = [.. Facts(message.Record), .. message.Later.SelectMany(History)],
        };
    }

    private RsmfEvent OfNote(ArchivedItem note, RsmfFiles files) => Event(note.Record, "unknown", null) with
    {
        Attachments = Attachments([note.Record], files),
        Custom = Facts(note.Record),
    };

    private RsmfEvent Event(ArchivedRecord record, string type, string? text) => new(
        EventId(record),
        type,
        string.Join('\n', [text ?? Told(record), .. words.Details(record).Select(detail => $"{detail}")]),
        ParticipantOf(record.Event),
        EmlFields.ChannelOf(record.Event)?.Name() ?? NoChannel,
        RsmfWriter.Timestamp(record.OccurredAt))
    {
        Importance = ArchiveWords.Mark(record.Event) is null ? null : "high",
        Custom = [],
    };

    private string Told(ArchivedRecord record) => record.Content.Opened?.Text is { } text ? $"{words.Sentence(record)}\n{text}" : words.Sentence(record);

    /// <summary>The reactions that stand in the end; those that were taken back are in the history.</summary>
    private static IEnumerable<RsmfReaction> Standing(ArchivedMessage message)
    {
        if (message.View.Reaction is { Removed: false } newest)
        {
            var record = message.Later.First(later => later.Version == newest.Version);
            yield return new RsmfReaction(record.Content.Opened?.Text is { Length: > 0 } emoji ? emoji : ArchiveWords.NoText, 1, [Contact]);
        }
    }

    private static RsmfReceipt? Receipt(ArchivedRecord record) => record.Event switch
    {
        StatusReceived { Status: DeliveryStatus.Delivered } => new(Contact, RsmfWriter.Timestamp(record.OccurredAt), "delivered"),
        StatusReceived { Status: DeliveryStatus.Read or DeliveryStatus.Played } => new(Contact, RsmfWriter.Timestamp(record.OccurredAt), "read"),
        _ => null,
    };

    private static List<RsmfAttachment>? Attachments(IEnumerable<ArchivedRecord> records, RsmfFiles files)
    {
        List<RsmfAttachment> attachments = [.. records.SelectMany(record => record.Files).Where(file => files.Names.ContainsKey(file)).Select(file =>
            new RsmfAttachment(files.Names[file], SafeText.FileName(file.Name) ?? files.Names[file], file.Bytes!.Value.Length))];
        return attachments.Count == 0 ? null : attachments;
    }

    /// <summary>Where in the log, in the ledger and in time a record stands.</summary>
    private List<RsmfCustom> Facts(ArchivedRecord record) =>
    [
        .. EmlFields.Of(conversation, record)
            .Where(field => field.Name is not ("Format" or "Organization" or "Line" or "Contact" or "Contact-Phone" or "Contact-BSUID" or "Conversation"))
            .Where(field => !string.IsNullOrEmpty(field.Value))
            .Select(field => new RsmfCustom(field.Name, field.Value!)),
    ];

    /// <summary>What happened to a message afterwards, each event with its facts under its version.</summary>
    private IEnumerable<RsmfCustom> History(ArchivedRecord record)
    {
        var name = $"{RsmfWriter.Number(record.Version)} {record.TypeName}";
        yield return new RsmfCustom(name, string.Join('\n', [Told(record), .. words.Details(record).Select(detail => $"{detail}")]));
        foreach (var fact in Facts(record).Where(fact => fact.Name is not ("Event" or "Version" or "Message" or "Channel" or "Number")))
            yield return new RsmfCustom($"{name} {fact.Name}", fact.Value);
    }

    private static string ParticipantOf(ConversationEvent e) => ArchivedActor.Of(e) switch
    {
        { Side: ActorSide.Contact } => Contact,
        { Person: { } person } => PersonId(person),
        _ => Firm,
    };

    /// <summary>A reply is threaded only where the file has what it answers; elsewhere its body says so.</summary>
    private static List<RsmfEvent> Threaded(List<RsmfEvent> events)
    {
        var known = events.Select(e => (e.Id, e.Conversation)).ToHashSet();
        return [.. events.Select(e => e.Parent is { } parent && !known.Contains((parent, e.Conversation)) ? e with { Parent = null } : e)];
    }

    private static string EventId(ArchivedRecord record) => RsmfWriter.Number(record.Version);

    private static string PersonId(string id) => $"person:{id}";

    private string Address(string name, string part) => Mailbox.Of(name, name, $"{part}.{options.Domain}").Address;

    private static string Shown(string? name, string id) => SafeText.Line(name) is { Length: > 0 } shown ? shown : id;

    private static List<RsmfCustom> Customs(params IEnumerable<(string Name, string? Value)> facts) =>
        [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new RsmfCustom(fact.Name, fact.Value!))];

    private static List<T>? OrNull<T>(IEnumerable<T> values) => values.ToList() is { Count: > 0 } some ? some : null;
}
