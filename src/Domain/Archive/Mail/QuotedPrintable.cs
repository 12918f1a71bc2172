using System.Text;

namespace MultiLine.Domain.Archive.Mail;

/// <summary>Text that stays readable without a reader for it (RFC 2045, 6.7).</summary>
internal static class QuotedPrintable
{
    private const int Width = 76;

    /// <summary>It is no longer than Base64 would be.</summary>
    public static bool IsShort(string text)
    {
        var others = text.Count(c => c is not (>= ' ' and <= '~' or '\n'));
        return others * 6 <= text.Length;
    }

    /// <param name="text">With line feeds between its lines.</param>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + text.Length / 8);
        var bytes = Encoding.UTF8.GetBytes(text);
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n')
            {
                encoded.Append("\r\n");
                column = 0;
                continue;
            }

            var ends = i == bytes.Length - 1 || bytes[i + 1] == '\n';
            var octet = bytes[i] switch
            {
                // Space at the end of a line would be lost, and lines that begin like this mean something to SMTP and to mailbox files.
                (byte)' ' or (byte)'\t' when ends => $"={bytes[i]:X2}",
                (byte)'.' or (byte)'F' when column == 0 => $"={bytes[i]:X2}",
                (byte)'\t' or >= (byte)' ' and <= (byte)'~' and not (byte)'=' => $"{(char)bytes[i]}",
                _ => $"={bytes[i]:X2}",
            };
            if (column + octet.Length > Width - 1)
            {
                encoded.Append("=\r\n");
                column = 0;
            }

            encoded.Append(octet);
            column += octet.Length;
        }

        return encoded.ToString();
    }
}
