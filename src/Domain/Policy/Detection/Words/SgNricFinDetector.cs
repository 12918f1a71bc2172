using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>Singapore's numbers of citizens and residents (S, T) and of foreigners (F, G, M): seven digits, and a letter that checks them.</summary>
internal sealed class SgNricFinDetector : WordDetector
{
    private const int Length = 9;
    private const string OfCitizens = "JZIHGFEDCBA";
    private const string OfForeigners = "XWUTRQPNMLK";
    private const string OfForeignersSince2022 = "KLJNPQRTUWX";

    private static readonly byte[] Weights = [2, 7, 6, 5, 4, 3, 2];

    public override string Type => "SG_NRIC_FIN";

    public override string Description => "Singapore NRIC and FIN numbers with the right letter.";

    internal override Subjects Context => Subjects.Nric;

    internal override void Find(ref Scan scan, int start, int end)
    {
        if (end - start != Length)
            return;
        Span<char> read = stackalloc char[Length];
        if (Pattern.Match(scan, start, "A9999999A", read) == end && Check(read[..8]) == read[8])
            scan.ReportInContext(this, start, end, 0.85);
    }

    private static char Check(ReadOnlySpan<char> read)
    {
        var sum = read[0] switch { 'T' or 'G' => 4, 'M' => 3, _ => 0 };
        for (var i = 0; i < Weights.Length; i++)
            sum += (read[i + 1] - '0') * Weights[i];
        return read[0] switch
        {
            'S' or 'T' => OfCitizens[sum % 11],
            'F' or 'G' => OfForeigners[sum % 11],
            'M' => OfForeignersSince2022[10 - sum % 11],
            _ => '\0',
        };
    }
}
