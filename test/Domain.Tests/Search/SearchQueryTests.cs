using MultiLine.Domain.Search;

namespace MultiLine.Domain.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("", "anything", true)]
    [InlineData("statement", "Your STATEMENT is ready", true)]
    [InlineData("state", "Your statement is ready", false)]
    [InlineData("ready statement", "Your statement is ready", true)]
    [InlineData("ready loan", "Your statement is ready", false)]
    [InlineData("\"is ready\"", "Your statement is, ready", true)]
    [InlineData("\"ready is\"", "Your statement is ready", false)]
    [InlineData("„is ready“", "Your statement is ready", true)]
    [InlineData("statement-is", "Your statement is ready", true)]
    [InlineData("statement-ready", "Your statement is ready", false)]
    [InlineData("ready -loan", "Your statement is ready", true)]
    [InlineData("ready -statement", "Your statement is ready", false)]
    [InlineData("ready -\"statement ready\"", "Your statement is ready", true)]
    [InlineData("ready -\"is ready\"", "Your statement is ready", false)]
    [InlineData("your\"is ready\"", "Your statement is ready", true)]
    [InlineData("京都", "東京都", true)]
    [InlineData("東都", "東京都", false)]
    [InlineData("都", "東京都", true)]
    public void All_words_and_phrases_have_to_occur_and_no_excluded_one_may(string query, string text, bool found) =>
        Assert.Equal(found, Parse(query).Matches([text]));

    [Fact]
    public void Words_may_be_in_different_parts_of_a_message_and_a_phrase_in_one()
    {
        Assert.True(Parse("caption statement").Matches(["the caption", "statement.pdf"]));
        Assert.False(Parse("\"caption statement\"").Matches(["the caption", "statement.pdf"]));
        Assert.False(Parse("caption -statement").Matches(["the caption", "statement.pdf"]));
    }

    [Theory]
    [InlineData("\"open", "A quotation mark is open: a phrase stands between two of them.")]
    [InlineData("a -\"open", "A quotation mark is open: a phrase stands between two of them.")]
    [InlineData("word %%", "'%%' has no letter or digit to look for.")]
    [InlineData("word -", "'-' has no letter or digit to look for.")]
    [InlineData("\"\" word", "'\"\"' has no letter or digit to look for.")]
    [InlineData("-word", "A search needs something to look for besides what is excluded.")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21", "A search has at most 20 words and phrases.")]
    public void What_cannot_be_looked_for_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(SearchQuery.TryParse(text, out var query, out var problem));
        Assert.Null(query);
        Assert.Equal(reason, problem);
    }

    [Fact]
    public void The_longest_search_has_500_characters()
    {
        Assert.True(SearchQuery.TryParse(new string('a', 500), out _, out _));
        Assert.False(SearchQuery.TryParse(new string('a', 501), out _, out var problem));
        Assert.Equal("A search has at most 500 characters.", problem);
    }

    [Theory]
    [InlineData("word", "word", false)]
    [InlineData("\"two words\"", "two words", true)]
    [InlineData("都", "都", false)]
    [InlineData("東京", "東京", false)]
    [InlineData("東京都", "東京 京都", true)]
    [InlineData("\"東 京\"", "東 京", true)]
    [InlineData("a東京b", "a 東京 b", true)]
    public void Tokens_narrow_down_and_the_text_decides_where_order_matters(string query, string tokens, bool needsText)
    {
        var parsed = Parse(query);

        Assert.Equal(tokens.Split(' ').Order(StringComparer.Ordinal), Assert.Single(parsed.Required).Tokens().Order(StringComparer.Ordinal));
        Assert.Equal(needsText, parsed.NeedsText);
        Assert.Equal(needsText, Parse($"x -{query}").NeedsText);
    }

    [Fact]
    public void What_matches_has_all_tokens_of_the_term() =>
        Assert.All(["e-mail", "東京都", "\"a 東京 b\"", "Grüße"], text =>
        {
            var term = Assert.Single(Parse(text).Required);
            Assert.Subset(SearchText.Tokens(SearchText.Words(text)).ToHashSet(), term.Tokens().ToHashSet());
        });

    [Fact]
    public void A_term_tells_each_of_its_places_in_the_text()
    {
        var term = Assert.Single(Parse("\"is ready\"").Required);

        Assert.Equal(["is", "ready"], term.Words);
        Assert.Equal([(0, 8), (15, 9)], term.FindIn(SearchText.Words("Is ready; what is, ready")));
    }

    private static SearchQuery Parse(string text)
    {
        Assert.True(SearchQuery.TryParse(text, out var query, out var problem), problem);
        return query;
    }
}
