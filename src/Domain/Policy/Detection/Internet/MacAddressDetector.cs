using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>Addresses of network cards: six pairs of hexadecimal digits with colons or hyphens, or three fours with points (IEEE 802).</summary>
internal sealed class MacAddressDetector : WordDetector
{
    private const int InPairs = 17;
    private const int InFours = 14;

    public override string Type => "MAC_ADDRESS";

    public override string Description => "Addresses of network cards: 6 pairs of hexadecimal digits, or 3 times four.";

    internal override void Find(ref Scan scan, int start, int end)
    {
        var (length, size) = (end - start) switch { 2 => (InPairs, 2), 4 => (InFours, 4), _ => (0, 0) };
        if (length == 0 || start + length > scan.Text.Length || scan.At(end) is var separator && !(size == 4 ? separator == '.' : separator is ':' or '-')
            || !IsMac(scan.Text.Slice(start, length), size, separator) || !scan.IsWhole(start, start + length)
            || scan.At(start + length) == separator && Characters.IsWord(scan.At(start + length + 1))
            || scan.At(start - 1) == separator && Characters.IsWord(scan.At(start - 2)))
        {
            return;
        }

        scan.Report(this, start, start + length, 0.9);
    }

    private static bool IsMac(ReadOnlySpan<char> text, int size, char separator)
    {
        var same = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (i % (size + 1) == size ? text[i] != separator : Characters.Value(text[i]) > 15)
                return false;
            same &= i % (size + 1) == size || text[i] == text[0];
        }

        // All ones is everybody, and all zeros nobody.
        return !same;
    }
}
