using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MultiLine.Domain.Archive.Mail;
using MultiLine.Domain.Archive.Words;

namespace MultiLine.Domain.Archive.Rsmf;

/// <summary>
/// Writes a slice of a conversation as a file of the Relativity Short Message Format 2.0: a mail with roll-up headers, a text that can be searched, and
/// <c>rsmf.zip</c> with the manifest and the attachments.
/// </summary>
/// <remarks><see href="https://help.relativity.com/RelativityOne/Content/System_Guides/Relativity_Short_Message_Format/Creating_an_RSMF_File.htm"/></remarks>
public sealed class RsmfWriter(ArchivedConversation conversation, RsmfOptions options)
{
    public const string FormatVersion = "2.0.0";
    public const string Generator = "MultiLine.Orleans";
    private const string ManifestName = "rsmf_manifest.json";

    /// <summary>The earliest that a zip can say of a file.</summary>
    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ArchiveTimes _times = new(options.Zone);
    private readonly ArchiveWords _words = new(conversation, new ArchiveTimes(options.Zone));

    /// <param name="slice">One of <see cref="RsmfSlice.Of"/>.</param>
    /// <param name="to">Is written to, and left open.</param>
    public void Write(RsmfSlice slice, Stream to)
    {
        ArgumentNullException.ThrowIfNull(slice);
        ArgumentNullException.ThrowIfNull(to);
        var files = new RsmfFiles(slice);
        var manifest = new RsmfManifestBuilder(conversation, options, _words).Build(slice, files);
        var boundary = $"=_rsmf_{manifest.Eventcollectionid}";
        var header = Header(slice, manifest, files);
        MimePart.Ascii(to, $"{header.Tokens("Content-Type", "multipart/mixed;", $"boundary=\"{boundary}\"")}\r\n");
        Part(to, boundary, MimePart.OfText(SearchText(slice, manifest)));
        Part(to, boundary, MimePart.OfFile("rsmf.zip", "application/octet-stream", Zip(manifest, files)));
        MimePart.Ascii(to, $"--{boundary}--\r\n");
    }

    internal static IEnumerable<ArchivedFile> FilesOf(ArchivedItem item) =>
        (item is ArchivedMessage message ? message.Records : [item.Record]).SelectMany(record => record.Files).Where(file => file.Bytes is not null);

    private static void Part(Stream to, string boundary, MimePart part)
    {
        MimePart.Ascii(to, $"--{boundary}\r\n");
        // The one attachment is to have no more headers than the format names.
        part.Write(to, withDigest: false);
        MimePart.Ascii(to, "\r\n");
    }

    private HeaderWriter Header(RsmfSlice slice, RsmfManifest manifest, RsmfFiles files)
    {
        var occurred = slice.Items.Select(item => item.Record.OccurredAt).ToList();
        var (first, last) = (occurred.Min(), occurred.Max());
        var people = manifest.Participants.Select(participant => new Mailbox(participant.Display, participant.Email)).ToList();
        var id = string.Create(CultureInfo.InvariantCulture, $"{manifest.Eventcollectionid}.{slice.Day:yyyyMMdd}.{slice.Part}");
        var header = new HeaderWriter()
            .Tokens("Date", last.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture).Split(' '))
            .Mailboxes("From", [people[0]])
            .Mailboxes("To", [.. people.Skip(1)])
            .Text("Subject", string.Create(CultureInfo.InvariantCulture, $"{manifest.Conversations[0].Display} · {slice.Day:yyyy-MM-dd} ({options.Zone.Id})"))
            .Tokens("Message-ID", $"<{id}@{options.Domain}>")
            .Text("X-RSMF-Version", FormatVersion)
            .Text("X-RSMF-Generator", Generator)
            .Text("X-RSMF-BeginDate", Timestamp(first))
            .Text("X-RSMF-EndDate", Timestamp(last))
            .Text("X-RSMF-EventCount", Number(manifest.Events.Count))
            .Text("X-RSMF-Application", string.Join(", ", manifest.Conversations.Select(platform => platform.Platform)))
            .Text("X-RSMF-Participants", string.Join(", ", manifest.Participants.Select(participant => participant.Display.Replace(',', ' '))))
            .Text("X-RSMF-AttachmentCount", Number(files.Names.Count))
            .Text("X-RSMF-EventCollectionID", manifest.Eventcollectionid)
            .Text("X-MultiLine-Conversation", $"{conversation.Parties.Key}")
            .Text("X-MultiLine-Time-Zone", options.Zone.Id)
            .Tokens("MIME-Version", "1.0");
        return conversation.Parties.Custodians is [var custodian, ..]
            ? header.Text("X-RSMF-Custodian", conversation.Parties.Person(custodian).Name)
            : header;
    }

    /// <summary>What full-text search finds: who, when and what, and who took part.</summary>
    private string SearchText(RsmfSlice slice, RsmfManifest manifest)
    {
        var text = new StringBuilder();
        text.AppendJoin(", ", manifest.Participants.Select(participant => participant.Display)).Append("\n\n");
        foreach (var (item, e) in slice.Items.Zip(manifest.Events))
        {
            text.Append(_words.Actor(item.Record.Event))
                .Append(" (").Append(_times.Moment(item.Record.OccurredAt)).Append("): ").Append(e.Body).Append('\n');
            foreach (var edit in e.Edits ?? [])
                text.Append(edit.Timestamp).Append(": ").Append(ArchiveWords.Changed(edit.Previous, edit.New)).Append('\n');
        }

        return text.ToString();
    }

    private static byte[] Zip(RsmfManifest manifest, RsmfFiles files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, ManifestName, JsonSerializer.SerializeToUtf8Bytes(manifest, RsmfJson.Default.RsmfManifest));
            foreach (var (file, name) in files.Names)
                Entry(zip, name, file.Bytes!.Value.Span);
        }

        return bytes.ToArray();
    }

    private static void Entry(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        // Always the same, so that the same slice makes the same file.
        entry.LastWriteTime = ZipTime;
        using var stream = entry.Open();
        stream.Write(content);
    }

    internal static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Keeps the files of one conversation together.</summary>
    internal static string CollectionId(ConversationKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}")).AsSpan(0, 16));
}
