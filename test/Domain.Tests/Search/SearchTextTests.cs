using MultiLine.Domain.Content;
using MultiLine.Domain.Search;

namespace MultiLine.Domain.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Good morning, Paula!", "good morning paula")]
    [InlineData("Grüße aus KÖLN", "grusse aus koln")]
    [InlineData("Gru\u0308n", "grun")]
    [InlineData("ＦＵＬＬ ﬁle №5", "full file 5")]
    [InlineData("Łódź Søren Ærø ΟΔΟΣ", "lodz soren aero οδοσ")]
    [InlineData("İstanbul ırmak", "istanbul irmak")]
    [InlineData("DE89 3704 0044, 12.5%", "de89 3704 0044 12 5")]
    [InlineData("йод", "иод")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("st\uD800op", "st op")]
    [InlineData("👍 …", "")]
    [InlineData("", "")]
    public void Words_are_compared_without_regard_to_case_diacritics_and_form(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchText.Words(text).Select(word => word.Folded)));

    [Fact]
    public void A_word_knows_where_it_stands_in_the_text_as_it_was_written()
    {
        const string Text = "👍 Gru\u0308ße, 東京";

        Assert.Equal(["Gru\u0308ße", "東", "京"], SearchText.Words(Text).Select(word => Text[word.Start..word.End]));
    }

    [Fact]
    public void Scripts_without_spaces_are_indexed_by_characters_and_by_pairs_of_neighbours() =>
        Assert.Equal(
            new HashSet<string> { "東", "京", "都", "東京", "京都", "a", "語" }, SearchText.Tokens(SearchText.Words("東京都 a 語")));

    [Fact]
    public void A_word_that_is_there_twice_is_indexed_once() => Assert.Single(SearchText.Tokens(SearchText.Words("Stop stop STOP")));

    [Fact]
    public void Searched_is_what_people_are_shown_and_not_the_providers_json()
    {
        var content = new MessageContent
        {
            Text = "caption",
            Buttons = ["Yes"],
            ButtonTargets = ["https://example.com", null],
            Parameters = ["parameter"],
            ButtonPayload = "payload",
            Media = new MediaContent("document", "media-1") { FileName = "statement.pdf" },
            Location = new LocationContent(1, 2, "Branch", "Main Street"),
            Cards = [new CardContent("Anna", ["+49"], ["a@example.com"], "Acme")],
            Order = new OrderContent("catalogue", [new OrderLine("fund-7", 1, "5", "EUR")]),
            Detail = "detail",
            Raw = "raw",
        };

        Assert.Equal(
            [
                "caption", "Yes", "https://example.com", "detail", "statement.pdf", "Branch", "Main Street",
                "Anna", "+49", "a@example.com", "Acme", "fund-7",
            ],
            SearchableParts.Of(content));
        Assert.Empty(SearchableParts.Of(new MessageContent()));
    }
}
