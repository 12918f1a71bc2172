using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Secrets;

/// <summary>
/// Keys of programs: by the prefix that a vendor gives them and their length, signed tokens (RFC 7519), and beside a word that says so, what
/// is too random to be a word. What repeats itself, such as a row of x, is an example.
/// </summary>
internal sealed class ApiKeyDetector : WordDetector
{
    private const double Prefixed = 0.95;
    private const double Random = 0.3;
    private const int ShortestRandom = 20;
    private const int LongestKey = 512;

    /// <summary>Bits a character. English words have less, 20 random characters of base 64 have 3.7 and more, 32 hexadecimal digits 3.2 and more.</summary>
    private const double LeastEntropy = 3;

    public override string Type => "API_KEY";

    public override string Description =>
        "Keys and tokens of AWS, Azure, Google, GitHub, GitLab, Slack, Stripe, OpenAI, Anthropic, Twilio, SendGrid and others, JSON web tokens, and random strings that are called a key.";

    internal override Subjects Context => Subjects.Secret;

    internal override void Find(ref Scan scan, int start, int end)
    {
        if (scan.At(start - 1) == '-' && Characters.IsWord(scan.At(start - 2)))
            return;
        var text = scan.Text;
        var keyEnd = end;
        var latest = Math.Min(text.Length, start + LongestKey);
        while (keyEnd < latest && IsOfKey(text[keyEnd]))
            keyEnd++;
        var key = text[start..keyEnd];
        if (key.StartsWith("eyJ") && WebToken.EndOf(text, start) is > 0 and var tokenEnd)
            scan.Report(this, start, tokenEnd, Prefixed);
        else if (ApiKeyForms.Match(text[start..]) is > 0 and var length)
            scan.Report(this, start, start + length, IsRandom(text.Slice(start, length), 2.5) ? Prefixed : 0);
        else if (key.Length >= ShortestRandom && IsMixed(key) && IsRandom(key, LeastEntropy))
            scan.ReportInContext(this, start, keyEnd, Random);
    }

    private static bool IsOfKey(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    /// <summary>Letters and digits, changing often.</summary>
    private static bool IsMixed(ReadOnlySpan<char> key)
    {
        var changes = 0;
        for (var i = 1; i < key.Length; i++)
        {
            if (char.IsAsciiDigit(key[i]) != char.IsAsciiDigit(key[i - 1]))
                changes++;
        }

        return changes * 6 >= key.Length && !key.Contains('-');
    }

    private static bool IsRandom(ReadOnlySpan<char> key, double least) => Entropy.Of(key) >= least;
}
