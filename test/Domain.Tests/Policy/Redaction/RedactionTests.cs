using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Redaction;

namespace MultiLine.Domain.Tests.Policy.Redaction;

public sealed class RedactionTests
{
    private static readonly string[] Pieces =
        ["a", " ", "é", "e\u0301", "👨\u200D👩\u200D👧", "🇩🇪", "🇫", "\uD83D", "\uDE00", "\u200D", "👍🏽", "क्षि", "\r\n", "]", "[", "\u0600", "각", "x"];

    [Theory]
    [InlineData("card 4111 please", 5, 9, "card [payment card] please")]
    [InlineData("👨\u200D👩\u200D👧!", 0, 2, "[payment card]!")]
    [InlineData("a🇩🇪🇫🇷b", 3, 5, "a[payment card]🇫🇷b")]
    [InlineData("xe\u0301y", 1, 2, "x[payment card]y")]
    [InlineData("x👍🏽y", 3, 5, "x[payment card]y")]
    public void A_mark_takes_the_place_of_whole_characters(string text, int start, int end, string redacted) =>
        Assert.Equal(redacted, Redact(text, new Hit("CREDIT_CARD", start, end, 1)));

    [Fact]
    public void Hits_that_overlap_or_touch_get_one_mark_that_names_each_kind_once()
    {
        Hit[] hits = [new("IBAN_CODE", 6, 9, 1), new("CREDIT_CARD", 2, 6, 1), new("CREDIT_CARD", 3, 5, 1), new("Secret list", 11, 12, 1)];

        Assert.Equal("01[payment card, IBAN]9A[withheld text]C", Redact("0123456789ABC", hits));
    }

    [Fact]
    public void Every_detector_has_words_of_its_own() =>
        Assert.All(Detectors.All, detector => Assert.NotEqual(Marks.Other, Marks.Words(detector.Type)));

    [Fact]
    public void Nothing_outside_of_the_hits_changes_and_no_character_is_cut() => Property.Holds(Texts(), sample =>
    {
        var (text, hits) = sample;
        var spans = Redactor.Spans(text, hits);

        HashSet<int> boundaries = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
        Assert.All(spans, span =>
        {
            Assert.Contains(span.Start, boundaries);
            Assert.Contains(span.End, boundaries);
            Assert.Contains(hits, hit => hit.Length > 0 && hit.Start < NextOf(boundaries, span.Start) && hit.End > span.Start);
        });
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.All(hits.Where(hit => hit.Length > 0), hit => Assert.Contains(spans, span => span.Start <= hit.Start && hit.End <= span.End));

        var expected = "";
        for (var i = 0; i < text.Length; i++)
        {
            var at = spans.FirstOrDefault(span => span.Start <= i && i < span.End);
            expected += at.Words.IsDefault ? text[i] : at.Start == i ? $"[{string.Join(", ", at.Words)}]" : "";
        }

        Assert.Equal(expected, Redactor.Redact(text, spans));
    });

    private static int NextOf(HashSet<int> boundaries, int place) => boundaries.Where(boundary => boundary > place).Min();

    private static string Redact(string text, params Hit[] hits) => Redactor.Redact(text, Redactor.Spans(text, hits));

    private static Arbitrary<(string Text, Hit[] Hits)> Texts() => (
        from pieces in Gen.Elements(Pieces).ArrayOf()
        let text = string.Concat(pieces)
        from hits in (
            from start in Gen.Choose(0, text.Length)
            from end in Gen.Choose(start, text.Length)
            from type in Gen.Elements("CREDIT_CARD", "IBAN_CODE", "A list")
            select new Hit(type, start, end, 1)).ArrayOf(4)
        select (text, hits)).ToArbitrary();
}
