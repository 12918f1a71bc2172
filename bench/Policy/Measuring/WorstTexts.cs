using MultiLine.Domain.Content;

namespace MultiLine.Policy.Measuring;

/// <summary>Texts that were made to keep the engine busy, in a length and in twice that.</summary>
internal static class WorstTexts
{
    private const double Kilobyte = 1024;

    private static readonly (string Name, string Part)[] Parts =
    [
        ("digits", "7"), ("digits with spaces", "4 "), ("digits with hyphens", "4-"), ("digits with points", "4."), ("threes", "401 "), ("fours", "4111 "), ("fours with hyphens", "4111-"),
        ("social security numbers", "536-22-8441 "), ("nine digits", "536228441 "), ("cards", "4111111111111111 "), ("cards in fours", "4111 1111 1111 1111 "),
        ("plus signs", "+4915112345678 "), ("plus and digits", "+1 "), ("parentheses and digits", "(1) "), ("at signs", "@"), ("letters and at signs", "a@"), ("long local parts", new string('a', 63) + "@"),
        ("e-mail addresses", "a.b@c.de "), ("open quotes", "\"@"), ("colons", ":"), ("points", "."), ("letters and points", "a."), ("hexadecimal and colons", "a:"), ("double colons", "a::"),
        ("IPv4", "10.20.30.40 "), ("hexadecimal digits", "deadbeef01"), ("pairs", "0a:"), ("pairs with hyphens", "0a-"), ("base 58", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT "), ("one word of base 58", "1BoatSLRHtKNngk"),
        ("public keys", "4Nd1mYQm8F1vD7kYb3bZ5y2sQh6KpXcTzWgRrUeJtAoL "), ("bech32", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq "), ("ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed "),
        ("monero", "4" + new string('8', 94) + " "), ("URLs", "http://a.de/ "), ("parentheses", "http://a.de/((((((((((((((((((((((((((((((((("), ("closing parentheses", ")"), ("one URL", "/a(b)."), ("words with hyphens", "a1-"),
        ("words with underscores", "a1_"), ("tokens", "eyJhbGciOiJIUzI1NiJ9."), ("random words", "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7 "), ("keys", "sk-"), ("dashes", "-----"), ("begins", "-----BEGIN "), ("IBANs", "DE89370400440532013000 "),
        ("IBANs' beginnings", "DE89 "), ("words of context", "dob "), ("all words of context", "card ssn phone dob mrn key iban order "), ("pairs of context", "social security "), ("context and digits", "ssn 536228441 "),
        ("context and dates", "dob 1.1."), ("dates", "born 31.12.1999 "), ("record numbers", "mrn ab1-"), ("zero widths", "4\u200B"), ("Arabic digits", "\u0664"), ("surrogates", "\uD83D"), ("accents", "é@"), ("spaces", " "),
        ("sentences", "Phone. A 1 "), ("capitals", "DEUTDEFF "), ("extensions", "555-123-4567x1 "), ("nested", "((((1"),
        ("listed words", "guaranteed returns "), ("listed words' beginnings", "guaranteed "), ("listed words apart", "g u a r a n t e e d r e t u r n s "), ("listed words in other letters", "gu\u0430r4nt33d r3turn$ "),
        ("single letters", "a b "), ("letters repeated", "aaab"), ("promises", "guarantee promise "), ("inside", "inside insider "), ("capitals and digits", "AB12"), ("accounts", "AB12CDEFGHIJKLMNOP "),
        ("deletions", "delete this "), ("webs", "https://t.me"),
    ];

    /// <summary>Prints each text's time.</summary>
    /// <param name="engine">What looks into them.</param>
    /// <param name="of">What to call it.</param>
    /// <param name="length">Of the shorter ones, in UTF-16 units.</param>
    /// <returns>The most that any takes, in microseconds a kilobyte, and the most that twice the length takes longer.</returns>
    public static (double PerKilobyte, double Growth) Measure(Engine engine, string of, int length)
    {
        var (worst, growth) = (0.0, 0.0);
        foreach (var (name, part) in Parts)
        {
            var (once, twice) = Repetition.BestOf(engine, Repeat(part, length), Repeat(part, length * 2));
            var perKilobyte = Math.Max(once, twice / 2) / (length / Kilobyte);
            Console.WriteLine(FormattableString.Invariant($"{of}, {name}: {perKilobyte:0.0} us/kB, twice the length takes {twice / once:0.00} times as long"));
            (worst, growth) = (Math.Max(worst, perKilobyte), Math.Max(growth, twice / once));
        }

        return (worst, growth);
    }

    private static MessageContent Repeat(string part, int length) => new() { Text = string.Concat(Enumerable.Repeat(part, length / part.Length + 1))[..length] };
}
