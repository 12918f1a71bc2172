using System.Globalization;
using System.Text;
using System.Text.Json;
using MultiLine.Domain.Content;
using MultiLine.Domain.Media;

namespace MultiLine.Domain.Ledger.Exports;

/// <summary>
/// An export of a ledger is a text file, UTF-8, of JSON objects, one a line, each line ended by one line feed. There is one way to write a line:
/// no spaces, the properties in the order given here, numbers decimal, digits of hashes in lower case, times in UTC with microseconds.
/// <code>
/// {"kind":"export","format":1,"organization":"acme","head":7,"made_at":"2026-03-02T09:00:00.000000Z","made_by":"beatriz","holds":"everything"}
/// {"kind":"key","id":"0c…","pem":"-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n"}
/// {"kind":"head","text":"multiline-tree-head-1\n…"}
/// {"kind":"record","shard":0,"sequence":1,"conversation":"acme/sales/k1","version":1,"schema":1,"recorded_at":"…","leaf":"…","chain":"…","event":{…},"content":{"salt":"…","value":{…}}}
/// {"kind":"file","shard":0,"sequence":1,"piece":1,"of":1,"sha256":"…","bytes":"…"}
/// {"kind":"leaf","shard":0,"sequence":2,"leaf":"…","chain":"…"}
/// {"kind":"end","lines":6,"sha256":"…","key":"0c…","signature":"…"}
/// </code>
/// First the export, then the public keys, then one signed tree head or more, the newest last; then the records, in each shard in their order, up to
/// the newest head; then the end. An event and a content stand there as they are stored, to the byte. <c>content</c> is missing where the event
/// commits to none, and null where it was disposed of or is not to be in this export. A leaf stands for a record that is not in this export. Directly behind
/// a record stands, in pieces of up to 512 KiB in Base64, the file that its content names by <c>media.sha256</c>, where that is kept.
/// </summary>
public static class ExportLines
{
    /// <summary>The format that is written today. All up to it can be verified.</summary>
    public const int Format = 1;

    /// <summary>The export holds every record of the ledger.</summary>
    public const string Everything = "everything";

    /// <summary>The export holds some records; leaves stand for the others.</summary>
    public const string Selection = "selection";

    internal static ReadOnlySpan<byte> FileStart => "{\"kind\":\"file\",\"shard\":"u8;

    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static string Export(string organization, long head, DateTimeOffset madeAt, string madeBy, string holds) =>
        string.Create(CultureInfo.InvariantCulture,
            $$"""{"kind":"export","format":{{Format}},"organization":"{{organization}}","head":{{head}},"made_at":"{{Time(madeAt)}}","made_by":"{{madeBy}}","holds":"{{holds}}"}""");

    public static string Key(LedgerPublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $$"""{"kind":"key","id":"{{key.Id}}","pem":"{{Lines(key.ToPem())}}"}""";
    }

    public static string Head(SignedTreeHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return $$"""{"kind":"head","text":"{{Lines(head.ToString())}}"}""";
    }

    /// <param name="record">The record.</param>
    /// <param name="body">The event as it is stored.</param>
    /// <param name="content">What the event commits to.</param>
    public static byte[] Record(ExportRecord record, ReadOnlySpan<byte> body, ExportContent content)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(content);
        var before = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""{"kind":"record","shard":{{record.Shard}},"sequence":{{record.Sequence}},"conversation":"{{record.Conversation}}","version":{{record.Version}},"schema":{{record.Schema}},"recorded_at":"{{Time(record.RecordedAt)}}","leaf":"{{record.Leaf}}","chain":"{{record.Chain}}","event":"""));
        return content switch
        {
            ExportContent.None => [.. before, .. body, .. "}"u8],
            ExportContent.Absent => [.. before, .. body, .. ",\"content\":null}"u8],
            ExportContent.Present present =>
            [
                .. before, .. body, .. ",\"content\":{\"salt\":\""u8, .. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(present.Salt.Span)),
                .. "\",\"value\":"u8, .. present.Value.Span, .. "}}"u8,
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(content)),
        };
    }

    /// <param name="shard">Of the record that the file came with.</param>
    /// <param name="sequence">Of the record.</param>
    /// <param name="piece">From 1.</param>
    /// <param name="of">How many pieces there are.</param>
    /// <param name="sha256">Over the whole file.</param>
    /// <param name="bytes">Of the piece.</param>
    public static byte[] File(int shard, long sequence, int piece, int of, ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"kind":"file","shard":{{shard}},"sequence":{{sequence}},"piece":{{piece}},"of":{{of}},"sha256":"{{Convert.ToHexStringLower(sha256)}}","bytes":"{{Convert.ToBase64String(bytes)}}"}"""));

    /// <summary>Whether the line is a piece of a file.</summary>
    public static bool IsFile(ReadOnlySpan<byte> line) => line.StartsWith(FileStart);

    public static string Leaf(int shard, long sequence, string leaf, string chain) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"kind":"leaf","shard":{{shard}},"sequence":{{sequence}},"leaf":"{{leaf}}","chain":"{{chain}}"}""");

    /// <param name="lines">How many come before it.</param>
    /// <param name="sha256">Over all bytes before it, lower-case hex.</param>
    /// <param name="key">The id of the key that signs.</param>
    /// <param name="signature">Over <see cref="EndText"/>, lower-case hex.</param>
    public static string End(long lines, string sha256, string key, string signature) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"kind":"end","lines":{{lines}},"sha256":"{{sha256}}","key":"{{key}}","signature":"{{signature}}"}""");

    /// <summary>What is signed at the end: ECDSA on P-256 with SHA-256, as tree heads are.</summary>
    public static byte[] EndText(long lines, string sha256, string key) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"multiline-export-1\nlines {lines}\nsha256 {sha256}\nkey {key}\n"));

    /// <summary>SHA-256 of the file that a content names; null where it names none.</summary>
    public static byte[]? FileOf(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf("\"media\":"u8) < 0)
            return null;
        try
        {
            return Sha256Digest.Read(MessageContent.FromBytes(content).Media?.Sha256);
        }
        catch (JsonException)
        {
            // Of a release that is newer: what it commits to is checked all the same.
            return null;
        }
    }

    /// <summary>Whether an event commits to a content.</summary>
    public static bool Commits(ReadOnlySpan<byte> body) => CheckedLine.ReadEvent(body, out var commitment) > 0 && !commitment.IsEmpty;

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Nothing in these texts has to be escaped but the ends of their lines.</summary>
    internal static string Lines(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);
}

/// <param name="Shard">Its number.</param>
/// <param name="Sequence">From 1, without gaps within the shard.</param>
/// <param name="Conversation"><c>org/line/contact</c>.</param>
/// <param name="Version">The event's version in the conversation.</param>
/// <param name="Schema">By which the event is read.</param>
/// <param name="RecordedAt">When the ledger took it.</param>
/// <param name="Leaf">Lower-case hex.</param>
/// <param name="Chain">Lower-case hex.</param>
public sealed record ExportRecord(
    int Shard, long Sequence, string Conversation, long Version, int Schema, DateTimeOffset RecordedAt, string Leaf, string Chain);

/// <summary>What an event commits to.</summary>
public abstract record ExportContent
{
    private ExportContent() { }

    /// <summary>The event commits to nothing.</summary>
    public sealed record None : ExportContent;

    /// <summary>It was disposed of, or is not to be in this export.</summary>
    public sealed record Absent : ExportContent;

    /// <param name="Salt">Of the commitment.</param>
    /// <param name="Value">JSON as it is stored.</param>
    public sealed record Present(ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Value) : ExportContent;
}
