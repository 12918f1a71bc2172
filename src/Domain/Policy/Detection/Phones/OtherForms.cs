using MultiLine.Domain.Policy.Detection.Internet;
using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Phones;

/// <summary>What has as many digits as a telephone number and is grouped as something else.</summary>
internal static class OtherForms
{
    public static bool Are(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        var gap = text[number.EndOf(0)];
        return groups switch
        {
            // A decimal, a version; the postcodes of Portugal, Brazil and the USA.
            2 => gap == '.' || gap == '-' && (number.HasSizes(4, 3) || number.HasSizes(5, 3) || number.HasSizes(5, 4)),
            // A US social security number.
            3 when gap == '.' && text[number.EndOf(1)] == '.' && number.Total(3) < 8 => true,
            3 when number.HasSizes(3, 2, 4) && gap == '-' && text[number.EndOf(1)] == '-' => true,
            4 when gap == '.' => IPv4.IsAddress(text[number.Start..number.EndOf(3)]),
            > 3 when HasSsn(text, number, groups) => true,
            _ => IsOfFours(text, number, groups),
        };
    }

    /// <summary>A US social security number is among the groups, behind or before another number.</summary>
    private static bool HasSsn(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        for (var i = 0; i + 2 < groups; i++)
        {
            if (number.SizeOf(i) == 3 && number.SizeOf(i + 1) == 2 && number.SizeOf(i + 2) == 4
                && text[number.EndOf(i)] == '-' && text[number.EndOf(i + 1)] == '-')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fours that go on as fours on either side: a card's.</summary>
    private static bool IsOfFours(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        for (var i = 0; i < groups; i++)
        {
            if (number.SizeOf(i) != 4)
                return false;
        }

        return groups < number.Count && number.SizeOf(groups) == 4 || number.Start > 1 && char.IsAsciiDigit(text[number.Start - 2]);
    }
}
