using MultiLine.Domain.Policy.Detection.Numbers;
using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Cards;

/// <summary>Payment cards: a brand's range and length (ISO/IEC 7812), and the Luhn check digit.</summary>
internal sealed class CreditCardDetector : NumberDetector
{
    private const int Shortest = 12;
    private const int Longest = 19;
    private const double Sure = 1;

    /// <summary>Maestro in a length that hardly any card has: one in ten such numbers has the right check digit by chance.</summary>
    private const double ShortMaestro = 0.6;

    public override string Type => "CREDIT_CARD";

    public override string Description => "Payment card numbers of all large brands, in one piece or in the groups printed on cards, with the right check digit.";

    internal override Subjects Context => Subjects.Card;

    internal override void Find(ref Scan scan, in DigitGroups number)
    {
        // The longest first: 16 of the 19 digits of a card may pass as well.
        for (var groups = number.Count; groups > 0; groups--)
        {
            var digits = number.Total(groups);
            if (digits < Shortest)
                return;
            if (digits <= Longest && IsGroupedAsCards(scan.Text, number, groups) && number.StandAlone(scan.Text, groups)
                && IsCard(number.Digits[..digits]))
            {
                scan.ReportInContext(this, number.Start, number.EndOf(groups - 1), IsShortMaestro(number.Digits[..digits]) ? ShortMaestro : Sure);
                return;
            }
        }
    }

    private static bool IsShortMaestro(ReadOnlySpan<byte> digits) => digits.Length < 16 && digits[0] is 0 or 5 or 6;

    private static bool IsCard(ReadOnlySpan<byte> digits) => CardBrands.Have(digits) && !Characters.AllSame(digits) && CheckDigits.IsLuhn(digits);

    /// <summary>One piece; fours with a shorter or a full last group, but not three of them, which are a part of a card; 4-6-5 and 4-6-4 of American Express and Diners; 6-13 of UnionPay.</summary>
    private static bool IsGroupedAsCards(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        if (groups == 1)
            return true;
        if (number.Total(groups) == Shortest || !number.IsEvenlySpaced(text, groups))
            return false;
        if (groups == 3 && (number.HasSizes(4, 6, 5) || number.HasSizes(4, 6, 4)) || groups == 2 && (number.HasSizes(6, 13) || number.HasSizes(8, 8)))
            return true;
        for (var i = 0; i < groups - 1; i++)
        {
            if (number.SizeOf(i) != 4)
                return false;
        }

        return number.SizeOf(groups - 1) <= 4;
    }
}
