using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Secrets;

/// <summary>Private keys as text (RFC 7468 and what came before it), from BEGIN to END, or to the end of the text where it was cut.</summary>
internal sealed class PrivateKeyDetector : TextDetector
{
    private const string Dashes = "-----";
    private const string Begin = "BEGIN ";
    private const string End = "-----END ";
    private const string Key = "PRIVATE KEY";
    private const int LongestLabel = 48;

    public override string Type => "PRIVATE_KEY";

    public override string Description => "Private keys between BEGIN and END lines, of all kinds.";

    internal override void Find(ref Scan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOf(Dashes);
            if (next < 0)
                return;
            var start = i + next;
            i = start + Dashes.Length;
            while (scan.At(i) == '-')
                i++;
            if (text[i..].StartsWith(Begin) && LabelEnd(text, i) is > 0 and var body)
            {
                var end = EndOf(text, body);
                scan.Report(this, i - Dashes.Length, end, 1);
                i = end;
            }
        }
    }

    /// <summary>Behind the dashes that end the line; 0 if it isn't a private key's.</summary>
    private static int LabelEnd(ReadOnlySpan<char> text, int start)
    {
        var label = text.Slice(start, Math.Min(LongestLabel, text.Length - start));
        var length = label.IndexOf(Dashes);
        return length > 0 && label[..length].Contains(Key, StringComparison.Ordinal) ? start + length + Dashes.Length : 0;
    }

    private static int EndOf(ReadOnlySpan<char> text, int body)
    {
        var end = text[body..].IndexOf(End);
        if (end < 0)
            return text.Length;
        var label = body + end + End.Length;
        var dashes = text[label..].IndexOf(Dashes);
        return dashes >= 0 && dashes <= LongestLabel ? label + dashes + Dashes.Length : label;
    }
}
