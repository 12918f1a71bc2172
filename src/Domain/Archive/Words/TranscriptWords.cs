using System.Globalization;

namespace MultiLine.Domain.Archive.Words;

/// <summary>The words of a transcript that stand for themselves, in English.</summary>
public static class TranscriptWords
{
    public const string Language = "en";
    public const string Kind = "Transcript of a conversation";
    public const string Participants = "Participants";
    public const string Consent = "Consent";
    public const string NoConsent = "The records in this transcript hold no question for consent and no answer to one.";
    public const string Conversation = "Conversation";
    public const string LeftOut = "What was left out, and why";
    public const string NothingLeftOut = "Nothing: the versions below are without a gap, and no content of theirs is missing.";
    public const string Ledger = "Proof of the ledger";
    public const string Edited = "Edited";
    public const string Deleted = "Deleted by the contact";
    public const string DeletedKept = "What it said is kept here.";
    public const string Before = "Before";
    public const string After = "After";
    public const string Reaction = "Reaction";
    public const string ReactionTakenBack = "Reaction taken back";
    public const string Disposed = "The content was disposed of; the commitment in the ledger stays.";
    public const string Sealed = "What these messages said before policy changed or stopped them is sealed, and opened only by a compliance officer.";
    public const string FileMissing = "The bytes of these files are not in this export; where it is known, the SHA-256 tells which file it was.";
    public const string FilesApart = "Files are named with their SHA-256. Their bytes are in the export that this transcript belongs to, not on paper.";
    public const string NoPositions = "The records come without places in the ledger.";
    public const string NoHead = "No head of the ledger was given.";
    public const string HowToCheck =
        "Each record's leaf is SHA-256 over its conversation, version, schema, the ledger's time and the stored event; each chain value is SHA-256 over the "
        + "chain before it and the leaf (RFC 6962 leaves). The same values, with exact times, stand in the other exports.";

    public const string HowToRead =
        "Times are the provider's where it gave one, otherwise those of this system, and carry their distance from UTC. #n is the version of the record in the "
        + "conversation's log. Characters that would act on the text around them, such as direction marks, are shown by their code point.";

    public static (string Organization, string Conversation, string Line, string Contact, string Channels) Parties =>
        ("Firm", "Conversation", "Line", "Contact", "Channels");

    public static (string Period, string Zone, string Made, string Records) Facts => ("Period", "Time zone", "Made", "Records");

    public static (string Name, string Role, string Known) People => ("Name", "Role", "Known by");

    public static (string Contact, string Line, string Person, string Custodian) Roles => ("Contact", "Line of the firm", "Person of the firm", "Person of the firm, whose line it is");

    public static (string When, string What, string Evidence) Consents => ("When", "What", "Evidence");

    public static (string Version, string Shard, string Sequence, string Recorded, string Hashes) Positions => ("#", "Shard", "Sequence", "Taken at", "Leaf and chain");

    public static (string Size, string Root, string Signed, string Key, string Signature, string Anchors) Head =>
        ("Records covered", "Root", "Signed at", "Key", "Signature", "Anchored in");

    public static string Zone(string id, IEnumerable<string> offsets) => $"{id}; distance from UTC in this transcript: {string.Join(", ", offsets)}";

    public static string TimesIn(string zone) => $"Times in {zone}";

    public static string Period(string first, string last) => first == last ? first : $"{first} to {last}";

    public static string Made(string at, string? by) => by is null ? at : $"{at} by {by}";

    public static string Records(int count, long first, long last) => string.Create(CultureInfo.InvariantCulture, $"{count}, versions {first} to {last} of the conversation's log");

    public static string Versions(long first, long last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"Version {first}")
        : string.Create(CultureInfo.InvariantCulture, $"Versions {first} to {last}");

    public const string NotGiven = "Not among the records that were chosen for this transcript.";

    /// <summary>For example "Monday, 2 March 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>In the style sheet's terms: text and counters.</summary>
    public const string Page = "Page ";

    public const string Of = " of ";
}
