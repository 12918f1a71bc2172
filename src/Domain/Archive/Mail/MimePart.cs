using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Domain.Archive.Mail;

/// <summary>A part of a mail (RFC 2045, RFC 2046): a text, or a file.</summary>
internal sealed record MimePart
{
    /// <summary>Whole lines of 76 characters, which hold 57 bytes each (RFC 2045, 6.8).</summary>
    private const int BytesAtOnce = 57 * 1024;

    private string? Text { get; init; }

    private ReadOnlyMemory<byte> Bytes { get; init; }

    private string? FileName { get; init; }

    private string MediaType { get; init; } = "text/plain";

    /// <summary>A text that the reader is shown.</summary>
    public static MimePart OfText(string text) => new() { Text = text };

    /// <param name="name">One line in which nothing acts.</param>
    /// <param name="mediaType">As somebody called it.</param>
    /// <param name="bytes">The file.</param>
    public static MimePart OfFile(string name, string mediaType, ReadOnlyMemory<byte> bytes) =>
        new() { FileName = name, MediaType = Checked(mediaType), Bytes = bytes };

    public void Write(Stream to, bool withDigest = true)
    {
        if (Text is { } text)
        {
            // Carriage returns alone end lines too; nothing else does, so what else Unicode knows as a line's end comes through.
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            var quoted = QuotedPrintable.IsShort(lines);
            Ascii(to, new HeaderWriter()
                .Tokens("Content-Type", "text/plain;", "charset=utf-8")
                .Tokens("Content-Transfer-Encoding", quoted ? "quoted-printable" : "base64"));
            if (quoted)
                Ascii(to, QuotedPrintable.Encode(lines));
            else
                Base64(to, Encoding.UTF8.GetBytes(lines.Replace("\n", "\r\n", StringComparison.Ordinal)));
            return;
        }

        var header = new HeaderWriter()
            .Tokens("Content-Type", MediaType)
            .Parameter("Content-Disposition", "attachment", "filename", FileName!)
            .Tokens("Content-Transfer-Encoding", "base64");
        Ascii(to, withDigest ? header.Tokens("X-MultiLine-SHA-256", Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))) : header);
        Base64(to, Bytes.Span);
    }

    internal static void Ascii(Stream to, string text) => to.Write(Encoding.ASCII.GetBytes(text));

    /// <summary>A part's header and the empty line behind it.</summary>
    private static void Ascii(Stream to, HeaderWriter header) => Ascii(to, $"{header}\r\n");

    private static void Base64(Stream to, ReadOnlySpan<byte> bytes)
    {
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(BytesAtOnce, bytes.Length)..])
            Ascii(to, Convert.ToBase64String(bytes[..Math.Min(BytesAtOnce, bytes.Length)], Base64FormattingOptions.InsertLineBreaks) + "\r\n");
    }

    /// <summary>
    /// A type that Base64 may stand under; anything else is a file of an unknown type. Messages and multiparts may not be encoded (RFC 2046, 5.2.1 and 5.1).
    /// </summary>
    private static string Checked(string mediaType)
    {
        var type = mediaType.Split(';')[0].Trim();
        return type.Split('/') is [{ Length: > 0 and <= 40 } main, { Length: > 0 and <= 90 } sub] && IsToken(main) && IsToken(sub)
            && !main.Equals("message", StringComparison.OrdinalIgnoreCase) && !main.Equals("multipart", StringComparison.OrdinalIgnoreCase)
            ? type
            : "application/octet-stream";
    }

    private static bool IsToken(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.' or '_');
}
