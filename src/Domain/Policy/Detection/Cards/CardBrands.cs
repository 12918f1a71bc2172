using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.Detection.Cards;

/// <summary>
/// Which numbers card brands give out, by their first six digits and their length; after the issuer identification ranges that the brands
/// publish and <see href="https://en.wikipedia.org/wiki/Payment_card_number"/>.
/// </summary>
internal static class CardBrands
{
    private static readonly Range[] Ranges =
    [
        // Visa, Visa Electron
        new(400000, 499999, 13, 13), new(400000, 499999, 16, 16), new(400000, 499999, 18, 19),
        // Mastercard
        new(510000, 559999, 16, 16), new(222100, 272099, 16, 16),
        // American Express
        new(340000, 349999, 15, 15), new(370000, 379999, 15, 15),
        // Diners Club
        new(300000, 305999, 14, 19), new(309500, 309599, 14, 19), new(360000, 369999, 14, 19), new(380000, 399999, 14, 19),
        // Discover
        new(601100, 601199, 16, 19), new(622126, 622925, 16, 19), new(644000, 659999, 16, 19),
        // JCB (3528 to 3589, and the whole of 35, which test data has), and its older numbers of 15 digits
        new(350000, 359999, 16, 19), new(213100, 213199, 15, 15), new(180000, 180099, 15, 15),
        // UnionPay
        new(620000, 629999, 16, 19), new(810000, 817199, 16, 19),
        // Maestro, Switch, Solo, Laser, V Pay
        new(500000, 509999, 12, 19), new(560000, 589999, 12, 19), new(600000, 609999, 16, 19), new(630000, 639999, 12, 19),
        new(670000, 679999, 12, 19), new(60400, 60499, 12, 19), new(490500, 491999, 18, 19),
        // RuPay, Troy, Mir, UzCard and Humo, Dankort, Verve, Elo, Hipercard
        new(820000, 829999, 16, 16), new(979200, 979299, 16, 16), new(220000, 220499, 16, 19), new(860000, 860099, 16, 16),
        new(986000, 986099, 16, 16), new(501900, 501999, 16, 16), new(506000, 507999, 16, 19), new(650000, 653999, 16, 19),
        // BORICA, InterPayment
        new(220500, 220599, 16, 16), new(636000, 636999, 16, 19),
    ];

    public static bool Have(ReadOnlySpan<byte> digits)
    {
        var prefix = 0;
        foreach (var digit in digits[..6])
            prefix = prefix * 10 + digit;
        foreach (var range in Ranges)
        {
            if (prefix >= range.First && prefix <= range.Last && digits.Length >= range.Shortest && digits.Length <= range.Longest)
                return true;
        }

        return false;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Range(int First, int Last, int Shortest, int Longest);
}
