using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Tests.Policy.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData(@"a(?=b)", "has a lookahead at character 1 ((?=); the linear-time engine can't do that.")]
    [InlineData(@"(?<!a)b", "has a negative lookbehind at character 0 ((?<!); the linear-time engine can't do that.")]
    [InlineData(@"[(?=](a)\1", @"has a reference back to a group at character 8 (\1); the linear-time engine can't do that.")]
    [InlineData(@"(?>a+)b", "has an atomic group at character 0 ((?>); the linear-time engine can't do that.")]
    [InlineData(@"(a)?(?(1)b|c)", "has a condition at character 4 ((?(); the linear-time engine can't do that.")]
    [InlineData(@"(?<x>a)(?<y-x>b)", "has a balancing group at character 7 ((?<y-x>); the linear-time engine can't do that.")]
    [InlineData(@"\Ga", @"has an anchor at the last match at character 0 (\G); the linear-time engine can't do that.")]
    [InlineData(@"a[b", "can't be read: Unterminated [] set at character 3.")]
    [InlineData(@"(a", "can't be read: Not enough )'s at character 2.")]
    [InlineData(@"", "is empty.")]
    [InlineData(@"a*", "matches the empty text, so it would be found everywhere.")]
    [InlineData(@"\b", "matches the empty text, so it would be found everywhere.")]
    [InlineData(@"(?:|a)|b", "matches the empty text, so it would be found everywhere.")]
    [InlineData(@"(?x) a b", "has the option x; write it without white space and comments instead.")]
    [InlineData(@"(?+x)a b", "has the option x; write it without white space and comments instead.")]
    [InlineData(@"a[ab]{200}", "can take 202 steps for one character of a text; 150 are the most: repeat less often, or have fewer alternatives that are alike.")]
    [InlineData(@"(?:a*b*){50}c", "can take 202 steps for one character of a text; 150 are the most: repeat less often, or have fewer alternatives that are alike.")]
    [InlineData(@"(?:a{100}){100}", "has 10000 characters, sets, alternatives and quantifiers with its counted repetitions written out; 2000 are the most.")]
    public void What_can_not_be_searched_for_in_linear_time_is_refused_with_the_place(string pattern, string words)
    {
        var problems = PolicyRules.Check([], Rule(pattern));

        Assert.Equal<string>([$"The expression “Code” {words}"], problems);
    }

    [Fact]
    public void Too_long_an_expression_is_refused() =>
        Assert.Equal<string>(["The expression “Code” has 501 characters; 500 are the most."], PolicyRules.Check([], Rule(new string('a', 501))));

    [Theory]
    [InlineData(@"\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b", "XX11ABCDEFGHIJK2")]
    [InlineData(@"(?i)project\s+(?:falcon|eagle|[k]ite)", "Project  KITE")]
    [InlineData(@"\d{13,19}", "4111111111111111")]
    [InlineData(@"[]a]{2}", "]a")]
    [InlineData(@"a{,5}", "a{,5}")]
    [InlineData(@"[\w-[\d]]{3}\u0041\x42\p{Lu}", "abcABC")]
    [InlineData(@"(?<name>x)(?'other'y)(?#a comment()z", "xyz")]
    [InlineData(@"a{2,}?b", "aaab")]
    public void What_the_engine_can_do_is_found(string pattern, string text) => Assert.Equal([new Hit("Code", 1, text.Length + 1, 1)], Finds(pattern, $" {text} "));

    [Theory]
    [InlineData("a[ab]{148}")]
    [InlineData("(?:a|b[cd]){2,30}e")]
    [InlineData("(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|omicron|sigma|upsilon|omega) (?:one|two|three|four|five|six|seven)")]
    public void What_takes_no_more_steps_is_accepted(string pattern) =>
        Assert.DoesNotContain(PolicyRules.Check([], Rule(pattern)), problem => problem.StartsWith("The expression", StringComparison.Ordinal));

    [Theory]
    [InlineData("(?:a?){40}a{40}c")]
    [InlineData("(?:(?:a*)*)*c")]
    [InlineData("a[ab]{140}c")]
    [InlineData("(?:a|ab|aba|abab)+c")]
    public void A_text_made_to_be_slow_comes_to_its_end(string pattern)
    {
        var policy = CompiledPolicy.Compile([new("firm", new OrganizationPolicy { Rules = [Rule(pattern)] })]);
        var hits = new List<Hit>();
        policy.Find(new string(new Random(1).GetItems<char>("ab", 65_536)), hits);

        Assert.Empty(hits);
    }

    /// <summary>The runtime's own linear engine misses the second one (.NET 10).</summary>
    [Fact]
    public void A_set_that_may_be_left_out_hides_nothing_behind_it() => Assert.Equal([(0, 1), (3, 4)], Finds(@"[\]-]?a", "a]ba").Select(hit => (hit.Start, hit.End)));

    [Fact]
    public void A_text_full_of_places_is_found_whole_from_the_last_counted_one_on()
    {
        var hits = Finds("ab", string.Concat(Enumerable.Repeat("ab", 100)));

        Assert.Equal(64, hits.Count);
        Assert.Equal(new Hit("Code", 126, 200, 1), hits[^1]);
    }

    private static PolicyRule Rule(string pattern) => new()
    {
        Id = "rule", Name = "Rule", Action = PolicyAction.Flag, Expressions = [new("Code", pattern)],
        MustMatch = [new() { Text = "x" }], MustNotMatch = [new() { Text = "y" }],
    };

    private static List<Hit> Finds(string pattern, string text)
    {
        var hits = new List<Hit>();
        CompiledPolicy.Compile([new("firm", new OrganizationPolicy { Rules = [Rule(pattern)] })]).Find(text, hits);
        return hits;
    }
}
