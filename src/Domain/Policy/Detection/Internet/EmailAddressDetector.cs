using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>
/// E-mail addresses as they occur (RFC 5321 and 5322, RFC 6531 for other scripts): a local part in dots and atoms, or in quotes, and a domain
/// with a name at its top.
/// </summary>
internal sealed class EmailAddressDetector : TextDetector
{
    private const int LongestLocalPart = 64;
    private const double KnownTop = 1;
    private const double AnyTop = 0.75;

    public override string Type => "EMAIL_ADDRESS";

    public override string Description => "E-mail addresses, also with plus signs, subdomains and letters of other scripts.";

    internal override void Find(ref Scan scan)
    {
        var text = scan.Text;
        for (var at = text.IndexOf('@'); at >= 0; at = Next(text, at))
        {
            var start = StartOfLocalPart(text, at);
            var end = HostName.EndOf(text, at + 1);
            if (start == at || end <= at + 1 || IsUser(text, start) || text.Length > end && text[end] == '@' || start > 0 && text[start - 1] == '@')
                continue;
            var host = text[(at + 1)..end];
            var top = HostName.TopOf(host);
            if (top.Length > 1 && top.Length < host.Length && !top.ContainsAnyInRange('0', '9') || top.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
                scan.Report(this, start, end, TopLevelDomains.Have(top) ? KnownTop : AnyTop);
        }
    }

    private static int Next(ReadOnlySpan<char> text, int at) => text[(at + 1)..].IndexOf('@') is >= 0 and var next ? at + 1 + next : -1;

    /// <summary>Who signs in by a URL: what is before its @ belongs to it.</summary>
    private static bool IsUser(ReadOnlySpan<char> text, int start) => start > 1 && text[start - 1] == '/' && text[start - 2] == '/';

    private static int StartOfLocalPart(ReadOnlySpan<char> text, int at)
    {
        var earliest = Math.Max(0, at - LongestLocalPart);
        if (at > 0 && text[at - 1] == '"')
            return text[earliest..(at - 1)].LastIndexOf('"') is >= 0 and var quote ? earliest + quote : at;
        var start = at;
        while (start > earliest && IsAtom(text, start - 1))
            start--;

        // "Email=ann@example.com" is a label and an address; "bounces+ann=example.com@lists.example.org" is one address.
        var key = text[start..at].LastIndexOf('=');
        if (key >= 0 && !text.Slice(start, key).Contains('+'))
            start += key + 1;

        // An address begins with a letter, a digit or an underscore; what else is before it quotes or joins it.
        while (start < at && !(char.IsLetterOrDigit(text[start]) || text[start] is '_' or '+'))
            start++;
        return at > 0 && text[at - 1] == '.' ? at : start;
    }

    private static bool IsAtom(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '.' => i == 0 || text[i - 1] != '.',
        '!' or '#' or '$' or '%' or '\'' or '*' or '+' or '-' or '=' or '^' or '_' or '`' or '{' or '|' or '}' or '~' => true,
        var c => char.IsLetterOrDigit(c),
    };
}
