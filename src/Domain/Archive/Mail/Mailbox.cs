using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Domain.Archive.Mail;

/// <summary>Somebody in a header.</summary>
/// <param name="Display">The name.</param>
/// <param name="Address">Of the form <c>local@domain</c>, in ASCII, with a dot-atom on both sides (RFC 5322, 3.4.1).</param>
public sealed record Mailbox(string Display, string Address)
{
    /// <summary>RFC 5321, 4.5.3.1.1.</summary>
    private const int LongestLocalPart = 64;

    private const string Specials = "!#$%&'*+-/?^_`{|}~";

    /// <summary>The address of a name that nobody chose for mail: what a local part can't hold is <c>=</c> and two hexadecimal digits of its UTF-8.</summary>
    public static Mailbox Of(string display, string name, string domain) => new(display, $"{LocalPart(name)}@{domain}");

    /// <summary>The address if it is one that fits into a header, or null.</summary>
    public static string? Checked(string? address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        return at > 0 && at <= LongestLocalPart && address!.Length <= 254
            && IsDotAtom(address[..at], Specials + "=") && IsDomain(address[(at + 1)..])
            ? address
            : null;
    }

    /// <summary>It can stand behind the @ of every address.</summary>
    public static bool IsDomain(string? domain) =>
        domain is { Length: > 0 and <= 190 } && domain.Split('.').All(label =>
            label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    private static bool IsDotAtom(string text, string others) =>
        text.Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || others.Contains(c, StringComparison.Ordinal)));

    private static string LocalPart(string name)
    {
        var local = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var isMidDot = name[i] == '.' && local.Length > 0 && local[^1] != '.' && i < name.Length - 1;
            if (char.IsAsciiLetterOrDigit(name[i]) || Specials.Contains(name[i], StringComparison.Ordinal) || isMidDot)
            {
                local.Append(name[i]);
                continue;
            }

            var pair = char.IsSurrogatePair(name, i) ? 2 : 1;
            foreach (var octet in Encoding.UTF8.GetBytes(name.Substring(i, pair)))
                local.Append('=').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            i += pair - 1;
        }

        if (local.Length is > 0 and <= LongestLocalPart)
            return local.ToString();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12));
        return $"{local.ToString()[..Math.Min(local.Length, LongestLocalPart - 1 - digest.Length)].TrimEnd('.')}_{digest}";
    }
}
