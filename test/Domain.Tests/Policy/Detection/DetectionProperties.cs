using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class DetectionProperties
{
    /// <summary>Prose that says nothing of numbers.</summary>
    private static readonly string[] Before = ["", "Please use ", "(", "Here it is: ", "Bitte nehmen Sie ", "Merci, ", "👍 ", "卡号", "no digits here\n"];

    private static readonly string[] Behind = ["", ".", ", thanks", ") as agreed", " and that is all", "\nRegards", "!", "。"];

    private static readonly string[] Separators = ["", " ", "-", ".", "\u00A0", "\u2011", "\u2009"];

    private static readonly Gen<string> CardNumbers =
        from prefix in Gen.Elements("4", "51", "2221", "34", "6011", "3530", "62")
        from digits in Gen.Choose(0, 9).ListOf(20)
        select Complete(prefix + string.Concat(digits), prefix == "34" ? 15 : 16);

    private static readonly Gen<(string Number, string Text, int Start)> Cards =
        from number in CardNumbers
        from separator in Gen.Elements(Separators)
        from surrounded in Surround(number.Length == 15 ? string.Join(separator, number[..4], number[4..10], number[10..]) : InFours(number, separator))
        select surrounded;

    private static readonly Gen<(string Number, string Text, int Start)> Ibans =
        from country in Gen.Elements(("DE", 18), ("NO", 11), ("FR", 23), ("PL", 24), ("AT", 16))
        from digits in Gen.Choose(0, 9).ListOf(country.Item2)
        from separator in Gen.Elements("", " ", "-")
        from surrounded in Surround(InFours(Iban(country.Item1, string.Concat(digits)), separator))
        select surrounded;

    private static readonly Gen<string> Texts =
        from parts in Gen.OneOf(
            Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString()), Gen.Choose(0x20, 0x7E).Select(c => ((char)c).ToString()),
            Gen.Elements("4111", "1111 ", "@", ".", ":", "::", "://", "www.", "DE89", "0x", "bc1", "\uD83D", "\uDC4D", "\u200B", "-----BEGIN ", "PRIVATE KEY-----", "eyJ", "ssn ", "dob ", "+49 ", "(0", "12", "/")).ListOf()
        select string.Concat(parts);

    [Fact]
    public void A_card_is_found_exactly_in_any_prose() => Property.Holds(Cards.ToArbitrary(), card => AssertFound("CREDIT_CARD", card));

    [Fact]
    public void An_IBAN_is_found_exactly_in_any_prose() => Property.Holds(Ibans.ToArbitrary(), iban => AssertFound("IBAN_CODE", iban));

    [Fact]
    public void A_card_with_one_other_digit_is_none() => Property.Holds(
        (from card in Cards from at in Gen.Choose(0, 15) from more in Gen.Choose(1, 9) select Change(card, at, more)).ToArbitrary(),
        text => Assert.Empty(Found.Of("CREDIT_CARD", text)));

    [Fact]
    public void An_IBAN_with_one_other_digit_is_none() => Property.Holds(
        (from iban in Ibans from at in Gen.Choose(0, 14) from more in Gen.Choose(1, 9) select Change(iban, at, more)).ToArbitrary(),
        text => Assert.Empty(Found.Of("IBAN_CODE", text)));

    [Fact]
    public void Whatever_the_text_hits_lie_inside_it_in_order_and_apart_but_for_those_in_a_URL() => Property.Holds(Texts.ToArbitrary(), text =>
    {
        var hits = Found.All(text);

        Assert.All(hits, h => Assert.True(h.Start >= 0 && h.Length > 0 && h.End <= text.Length && h.Score is >= Detectors.LowestScore and <= 1));
        for (var i = 1; i < hits.Count; i++)
        {
            Assert.True(hits[i].Start >= hits[i - 1].Start);
            Assert.True(hits[i].Start >= hits[i - 1].End || hits[..i].Any(h => h.Type == "URL" && h.End > hits[i].Start), $"{hits[i - 1]} {hits[i]}");
        }
    });

    private static void AssertFound(string type, (string Number, string Text, int Start) one) =>
        Assert.Contains(Found.All(one.Text), h => h.Type == type && h.Start == one.Start && h.Length == one.Number.Length);

    private static Gen<(string Number, string Text, int Start)> Surround(string number) =>
        from before in Gen.Elements(Before) from behind in Gen.Elements(Behind) select (number, before + number + behind, before.Length);

    /// <summary>The text with another digit in one place of the number, counted in digits.</summary>
    private static string Change((string Number, string Text, int Start) one, int at, int more)
    {
        var places = Enumerable.Range(one.Start, one.Number.Length).Where(i => char.IsAsciiDigit(one.Text[i])).ToArray();
        var place = places[at % places.Length];
        return $"{one.Text[..place]}{(char)('0' + (one.Text[place] - '0' + more) % 10)}{one.Text[(place + 1)..]}";
    }

    private static string InFours(string number, string separator) => string.Join(separator, number.Chunk(4).Select(c => new string(c)));

    private static string Complete(string digits, int length)
    {
        var sum = 0;
        for (var i = 0; i < length - 1; i++)
        {
            var weighted = (digits[i] - '0') * ((length - i) % 2 == 0 ? 2 : 1);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return $"{digits[..(length - 1)]}{(10 - sum % 10) % 10}";
    }

    private static string Iban(string country, string account)
    {
        var number = System.Numerics.BigInteger.Parse(
            string.Concat((account + country + "00").Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}")), System.Globalization.CultureInfo.InvariantCulture);
        return $"{country}{(int)(98 - number % 97):00}{account}";
    }
}
