using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>
/// IPv4 in four decimal numbers, and IPv6 in all forms of RFC 4291. The port, the length of a prefix and the zone aren't part of it. Not
/// what a word calls a version, nor what is as likely one, nor a pair of colons by itself, which is far more often code than the unspecified address.
/// </summary>
internal sealed class IpAddressDetector : TextDetector
{
    private const double Sure = 0.95;
    private const double Short = 0.6;

    /// <summary>Parts of versions and of numbered sections are seldom larger; of random addresses, two in a thousand have no larger part before the last.</summary>
    private const int SmallPart = 30;

    private static readonly System.Buffers.SearchValues<char> Parts = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF:.");

    public override string Type => "IP_ADDRESS";

    public override string Description => "IPv4 and IPv6 addresses, without port, prefix length and zone.";

    internal override void Find(ref Scan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny('.', ':');
            if (next < 0)
                return;
            var start = i + next;
            while (start > i && Parts.Contains(text[start - 1]))
                start--;
            var length = text[start..].IndexOfAnyExcept(Parts);
            var end = length < 0 ? text.Length : start + length;
            FindIn(ref scan, start, end);
            i = end;
        }
    }

    private void FindIn(ref Scan scan, int start, int end)
    {
        if (scan.Text[start..end].Count(':') > 1)
            FindV6(ref scan, start, end);
        else
            FindV4(ref scan, start, end);
    }

    private void FindV4(ref Scan scan, int start, int end)
    {
        var text = scan.Text;
        foreach (var range in text[start..end].Split(':'))
        {
            var (from, to) = (start + range.Start.GetOffset(end - start), start + range.End.GetOffset(end - start));
            while (to > from && text[to - 1] == '.')
                to--;
            if (IPv4.IsAddress(text[from..to]) && scan.IsWhole(from, to) && !IsOfName(scan, from, to) && !IsVersion(ref scan, from, to))
                scan.Report(this, from, to, Sure);
        }
    }

    private void FindV6(ref Scan scan, int start, int end)
    {
        // What comes before the address in the run is a word's or a sentence's: "IP:", "see: ::1".
        var text = scan.Text;
        if (text[start] == ':' && text[start + 1] != ':')
            start++;
        while (end > start && (text[end - 1] == '.' || text[end - 1] == ':' && text[end - 2] != ':'))
            end--;
        if (end - start < 3 || Characters.IsWord(scan.At(start - 1)) || Characters.IsWord(scan.At(end)))
            return;
        if (IPv6.IsAddress(text[start..end]))
            scan.Report(this, start, end, text[start..end].Count(':') < 3 ? Short : Sure);
        else if (text[start..end].Contains('.'))
            FindV4(ref scan, start, end);
    }

    /// <summary>A hyphen or an underscore joins it to a name, such as that of a package.</summary>
    private static bool IsOfName(in Scan scan, int from, int to) =>
        scan.At(from - 1) == '-' && Characters.IsWord(scan.At(from - 2)) || scan.At(to) == '-' && char.IsAsciiLetter(scan.At(to + 1));

    /// <summary>
    /// A word right before it says so. Or no machine is spoken of, and software is updated or installed, or the numbers are as small as those of versions
    /// and of numbered sections.
    /// </summary>
    private static bool IsVersion(ref Scan scan, int from, int to) =>
        scan.Context.IsRightBefore(Subjects.Version, from)
        || ((IsSmall(scan.Text[from..to]) || scan.Context.IsNear(Subjects.Upgrade, scan.Text, from, to))
            && !scan.Context.IsNear(Subjects.Network, scan.Text, from, to));

    /// <summary>All parts but the last are small, and it is no address of a private network or of this machine.</summary>
    private static bool IsSmall(ReadOnlySpan<char> address)
    {
        if (address.StartsWith("10.") || address.StartsWith("127."))
            return false;
        var part = 0;
        foreach (var digits in address.Split('.'))
        {
            if (part++ < 3 && int.Parse(address[digits], System.Globalization.CultureInfo.InvariantCulture) > SmallPart)
                return false;
        }

        return true;
    }
}
