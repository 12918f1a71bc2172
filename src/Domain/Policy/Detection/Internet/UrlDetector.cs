using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>Addresses of the web (RFC 3986), with their scheme, with www., or as a bare domain whose top is known.</summary>
internal sealed class UrlDetector : TextDetector
{
    /// <summary>The type of its hits, which alone can hold others.</summary>
    public const string Name = "URL";

    private const double WithScheme = 1;
    private const double WithWww = 0.9;
    private const double Bare = 0.7;
    private const double BareAndDoubtful = 0.3;
    private const int LongestScheme = 8;

    private static readonly string[] Schemes = ["https", "http", "ftp", "ftps", "sftp", "ws", "wss", "ssh", "git", "file", "rtsp", "ldap", "ldaps", "s3"];

    public override string Type => Name;

    public override string Description => "Web addresses with a scheme, with www., and bare domains such as example.com.";

    internal override Subjects Context => Subjects.Web;

    internal override void Find(ref Scan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny('.', ':');
            if (next < 0)
                return;
            var mark = i + next;
            var end = text[mark] == ':' ? FindWithScheme(ref scan, i, mark) : FindBare(ref scan, i, mark);
            i = Math.Max(end, mark + 1);
        }
    }

    /// <returns>The unit behind it; 0 if there is none.</returns>
    private int FindWithScheme(ref Scan scan, int from, int colon)
    {
        var text = scan.Text;
        if (scan.At(colon + 1) != '/' || scan.At(colon + 2) != '/')
            return 0;
        var start = colon;
        while (start > from && colon - start < LongestScheme && char.IsAsciiLetterOrDigit(text[start - 1]))
            start--;
        var end = UrlTail.EndOf(text, colon + 3, UrlTail.Part.Host);
        if (end <= colon + 3 || !IsScheme(text[start..colon]))
            return 0;
        scan.Report(this, start, end, WithScheme);
        return end;
    }

    private static bool IsScheme(ReadOnlySpan<char> word)
    {
        foreach (var scheme in Schemes)
        {
            if (word.Equals(scheme, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private int FindBare(ref Scan scan, int from, int point)
    {
        var text = scan.Text;
        var start = point;
        while (start > from && (HostName.IsOfLabel(text[start - 1]) || text[start - 1] is '-' or '_'))
            start--;
        while (start < point && text[start] is '-' or '_')
            start++;
        if (start == point)
            return 0;
        var hostEnd = HostName.EndOf(text, start);
        if (hostEnd <= point || scan.At(start - 1) is '@' or '/' or '\\' or '.' or '$' || scan.At(hostEnd) is '@' or '(' or '_' or '=')
            return hostEnd;
        var host = text[start..hostEnd];
        var top = HostName.TopOf(host);
        var isWww = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && host.Count('.') > 1;
        if (!isWww && !IsLikeName(host, top))
            return hostEnd;

        var end = UrlTail.EndOf(text, hostEnd, UrlTail.Part.BehindHost);
        var labels = host.Count('.') + 1;
        if (isWww || end > hostEnd && scan.At(hostEnd) is '/' or '?')
            scan.Report(this, start, end, WithWww);
        else
            scan.ReportInContext(this, start, end, labels == 2 && TopLevelDomains.AreAlsoWords(top) ? BareAndDoubtful : Bare);
        return end;
    }

    /// <summary>A known top, in the case of the rest ("done.It was" is no name), and a word before it.</summary>
    private static bool IsLikeName(ReadOnlySpan<char> host, ReadOnlySpan<char> top)
    {
        if (top.Length == host.Length || !TopLevelDomains.Have(top))
            return false;
        var rest = host[..(host.Length - top.Length - 1)];
        var label = HostName.TopOf(rest);
        return label.Length > 1 && label.ContainsAnyExceptInRange('0', '9')
            && (!top.ContainsAnyInRange('A', 'Z') || !host.ContainsAnyInRange('a', 'z'));
    }
}
