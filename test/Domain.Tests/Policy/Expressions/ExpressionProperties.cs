using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Tests.Policy.Expressions;

public sealed class ExpressionProperties
{
    private const int MostHits = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly string[] Units =
    [
        "a", "b", "A", "1", " ", "-", "k", "ß", "я", ".", @"\w", @"\W", @"\d", @"\D", @"\s", @"\S", "[ab]", "[^ab]", "[a-k-[b-d]]", "[-a]", "[]a]", "[^]]", "[a-]", @"[\w-[\d]]", @"[\]\-]", @"\p{Lu}",
        @"\P{L}", @"\x41", @"\u0061", @"\t", @"\n", @"\.", @"\101", "[[:a]", "[a-c[]", "]", "}", "{", "#", ",", "[+--]", @"[\0-\x20]", @"\cJ",
    ];

    private static readonly string[] Anchors = ["^", "$", @"\b", @"\B", @"\A", @"\z", @"\Z"];

    private static readonly string[] Quantifiers = ["*", "+", "?", "{2}", "{1,3}", "{2,}", "{0,2}", "*?", "+?", "??", "{1,3}?", "{,2}"];

    private static readonly string[] Openings = ["(", "(?:", "(?<name>", "(?'name'", "(?i:", "(?m:", "(?s:", "(?-i:", "(?im-s:", "(?n:"];

    private static readonly string[] Switches = ["(?i)", "(?m)", "(?s)", "(?-i)", "(?#a remark()"];

    private static readonly char[] Letters = ['a', 'b', 'A', 'B', '1', ' ', '-', '\n', 'k', 'K', '\u212A', 'ß', 'я', 'Я', ']', '{', '\u200D', '\t', ',', '\uD83D'];

    [Fact]
    public void What_is_found_is_what_the_engine_of_the_runtime_finds() => Property.Holds(
        (from pattern in Patterns(3) from text in Gen.Elements(Letters).ArrayOf() select (pattern, text: new string(text))).ToArbitrary(),
        sample => Compare(sample.pattern, sample.text));

    [Fact]
    public void Whatever_characters_an_expression_has_it_is_read_as_the_runtime_reads_it() => Property.Holds(
        (from pieces in Gen.Elements<string>([.. Units, .. Anchors, .. Quantifiers, .. Openings, .. Switches, "[", "^", "-", ":", ")", ")", "|", @"\"]).ArrayOf()
         from text in Gen.Elements(Letters).ArrayOf()
         select (pattern: string.Concat(pieces), text: new string(text))).ToArbitrary(),
        sample => Compare(sample.pattern, sample.text));

    private static Gen<string> Patterns(int depth)
    {
        var unit = Gen.Elements(Units);
        if (depth == 0)
            return unit;
        var inner = Patterns(depth - 1);
        var repeated = from part in unit from quantifier in Gen.Elements(Quantifiers) select part + quantifier;
        var group = from opening in Gen.Elements(Openings) from part in inner from quantifier in Gen.Elements<string>([.. Quantifiers, "", "", ""]) select $"{opening}{part}){quantifier}";
        var sequence = from one in inner from other in inner select one + other;
        var alternatives = from one in inner from other in inner select $"{one}|{other}";
        return Gen.OneOf(unit, repeated, group, sequence, sequence, alternatives, Gen.Elements(Anchors), Gen.Elements(Switches));
    }

    private static void Compare(string pattern, string text)
    {
        var rule = new PolicyRule { Id = "rule", Name = "Rule", Action = PolicyAction.Flag, Expressions = [new("Code", pattern)] };
        if (PolicyRules.Check([], rule).Any(problem => problem.StartsWith("The expression", StringComparison.Ordinal)))
            return;
        var hits = new List<Hit>();
        CompiledPolicy.Compile([new("firm", new OrganizationPolicy { Rules = [rule] })]).Find(text, hits);

        (int, int)[] expected;
        try
        {
            expected = [.. new Regex(pattern, RegexOptions.CultureInvariant, Patience).Matches(text).Select(match => (match.Index, match.Index + match.Length))];
        }
        catch (RegexMatchTimeoutException)
        {
            // The runtime's usual engine has no answer to some in any time.
            return;
        }

        // The last one that is counted stands for the rest of the text.
        Assert.Equal(expected.Take(MostHits - 1), hits.Take(MostHits - 1).Select(hit => (hit.Start, hit.End)));
    }
}
