using System.Globalization;
using System.Text;
using MultiLine.Connectors.Archives;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Archive.Mail;
using MultiLine.Domain.Archive.Rsmf;
using MultiLine.Domain.Archive.Transcripts;
using MultiLine.Grains.Interfaces.Exports;
using MultiLine.Storage.Exports;

namespace MultiLine.Grains.Exports;

/// <summary>The files of one conversation in each format for people, a few in each piece.</summary>
/// <param name="time">Measures how long a print takes.</param>
internal sealed class ExportFormats(TimeProvider time)
{
    public const string Lines = "jsonl";
    public const string Mails = "eml";
    public const string Rsmf = "rsmf";
    public const string Transcript = "transcript";
    public const string Pdf = "pdf";

    private const int MailsAtOnce = 100;

    public static bool IsKnown(string format) => format is Lines or Mails or Rsmf or Transcript or Pdf;

    /// <summary>Whether files that came with messages are in it; the other formats name them.</summary>
    public static bool TakesFiles(string format) => format is Mails or Rsmf;

    public bool CanPrint => ChromiumPrinter.Find(time) is not null;

    /// <param name="talk">The conversation.</param>
    /// <param name="plan">What is exported.</param>
    /// <param name="format">One of those above but <see cref="Lines"/>.</param>
    /// <param name="zone">In which people are told times.</param>
    /// <param name="place">How many of its files there were before.</param>
    /// <returns>The files, and how many there have been with them; null where these are the last.</returns>
    public async Task<(IReadOnlyList<ExportedFile> Files, int? Next)> Read(
        ArchivedConversation talk, ExportPlan plan, string format, TimeZoneInfo zone, int place)
    {
        if (talk.Records.Count == 0)
        {
            return ([], null);
        }

        switch (format)
        {
            case Mails:
                var writer = new EmlWriter(talk);
                var mails = talk.Records.Skip(place).Take(MailsAtOnce).Select(record => File(talk, EmlWriter.FileName(record), to => writer.Write(record, to)));
                return Piece([.. mails], place, talk.Records.Count);
            case Rsmf:
                var options = new RsmfOptions(zone);
                var slices = RsmfSlice.Of(talk, options);
                var slice = slices[place];
                return Piece([new(slice.FileName(talk.Parties.Key), Bytes(to => new RsmfWriter(talk, options).Write(slice, to)))], place, slices.Count);
            default:
                var html = TranscriptWriter.Write(talk, new TranscriptOptions(zone, plan.MadeAt) { MadeBy = plan.MadeBy });
                return ([format == Pdf ? new(Name(talk, "pdf"), await Print(html)) : new(Name(talk, "html"), Encoding.UTF8.GetBytes(html))], null);
        }
    }

    private async Task<byte[]> Print(string html) =>
        await (ChromiumPrinter.Find(time) ?? throw new InvalidOperationException(ChromiumPrinter.Missing)).PrintAsync(html, CancellationToken.None);

    private static (IReadOnlyList<ExportedFile>, int?) Piece(List<ExportedFile> files, int place, int all) =>
        (files, place + files.Count < all ? place + files.Count : null);

    private static ExportedFile File(ArchivedConversation talk, string name, Action<Stream> write) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{talk.Parties.Key.Line}/{talk.Parties.Key.Contact}/{name}"), Bytes(write));

    private static string Name(ArchivedConversation talk, string extension) =>
        $"{talk.Parties.Key.Organization}.{talk.Parties.Key.Line}.{talk.Parties.Key.Contact}.{extension}";

    private static byte[] Bytes(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.ToArray();
    }
}
