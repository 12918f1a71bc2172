using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Phones;

/// <summary>
/// Telephone numbers. International ones by their country's lengths; national ones by their form, which is surer the more it has of a telephone
/// number: an area in parentheses, a zero before it, three, three and four digits, an extension. Anything else needs a word nearby.
/// </summary>
internal sealed class PhoneNumberDetector : NumberDetector
{
    /// <summary>An extension makes a number surer.</summary>
    private const double ExtensionBonus = 0.1;

    /// <summary>Behind 0318-81-4693 a space and digits are rather the next thing.</summary>
    private const double ChangeMalus = 0.05;

    /// <summary>What is surer than this is a telephone number, whatever it is called.</summary>
    private const double Sure = 0.7;

    private const Subjects OtherNumbers = Subjects.Ssn | Subjects.Itin | Subjects.Nhs | Subjects.Sin | Subjects.Tfn | Subjects.Routing | Subjects.Aadhaar
        | Subjects.Pesel | Subjects.MedicalRecord | Subjects.Reference;

    public override string Type => "PHONE_NUMBER";

    public override string Description => "Telephone numbers, international and national, with extensions; plain digits only beside words that say so.";

    internal override Subjects Context => Subjects.Phone;

    internal override void Find(ref Scan scan, in DigitGroups number)
    {
        var text = scan.Text;
        var lead = PhoneLead.Read(text, number);
        if (!lead.Begins)
            return;

        var (bestScore, bestGroups) = (0.0, 0);
        for (var groups = 1; groups <= number.Count; groups++)
        {
            if (!EndsThere(text, number, groups, lead))
                continue;
            var score = lead.IsInternational ? InternationalForm.Score(text, number, groups, lead) : 0;
            if (!lead.HasPlus)
                score = Math.Max(score, NationalForm.Score(text, number, groups, lead));
            if (groups > 2 && ChangesToSpace(text, number, groups))
                score -= ChangeMalus;
            if (score >= bestScore)
                (bestScore, bestGroups) = (score, groups);
        }

        if (bestScore <= 0)
            return;
        var numberEnd = number.EndOf(bestGroups - 1);
        var end = Extension.EndOf(text, numberEnd);
        if (end > numberEnd)
            bestScore += ExtensionBonus;
        if (bestScore < Sure && IsCalledOtherwise(ref scan, lead.Start))
            return;
        scan.ReportInContext(this, lead.Start, end, bestScore);
    }

    /// <summary>The nearest word before it that says what a number is says that it is something else.</summary>
    private static bool IsCalledOtherwise(ref Scan scan, int start) =>
        scan.Context.Latest(Subjects.Phone | OtherNumbers, scan.Text, start) is var latest and not Subjects.None && (latest & Subjects.Phone) == Subjects.None;

    private static bool ChangesToSpace(ReadOnlySpan<char> text, in DigitGroups number, int groups) =>
        text[number.EndOf(groups - 2)] == ' ' && text[number.EndOf(groups - 3)] is ('-' or '.');

    private static bool EndsThere(ReadOnlySpan<char> text, in DigitGroups number, int groups, in PhoneLead lead)
    {
        var end = number.EndOf(groups - 1);
        if (end < text.Length && Characters.IsWord(text[end]) && Extension.EndOf(text, end) == end)
            return false;
        if (end + 1 < text.Length && text[end] is '.' or ',' or '-' or '/' or '%' && char.IsAsciiDigit(text[end + 1]) && !lead.IsInternational)
            return false;
        if (end + 1 < text.Length && text[end] == ':' && Characters.IsWord(text[end + 1]))
            return false;
        return !(lead.HasOpenParenthesis && groups == 1 && end < text.Length && text[end] == ')' && number.Count > 1 && number.Total(1) < 7);
    }
}
