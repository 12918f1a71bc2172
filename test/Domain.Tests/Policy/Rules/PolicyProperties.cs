using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Content;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Redaction;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Domain.Policy.WordLists;

namespace MultiLine.Domain.Tests.Policy.Rules;

public sealed class PolicyProperties
{
    private static readonly string[] Words = ["alpha", "beta", "gamma", "free money", "о", "ab"];

    private static readonly string[] Pieces =
    [
        "alpha", "beta", "gamma", "free money", "fr33 m0ney", "a l p h a", " ", " ", ".", "4111 1111 1111 1111", "card", "[payment card]", "[", "]", "\uD83D", "\uDE00",
        "\u0301", "ﬃ", "ß", "1", "$", "@", "!", "|", "x", "é", "о", "𝐚", "👨\u200D👩", "\u200B", "€", "\0", "de89 3704 0044 0532 0130 00", "a@b.example",
    ];

    [Fact]
    public void Nothing_that_an_organisation_says_weakens_the_rules_above_it() => Property.Holds(
        (from above in Policies() from below in Policies() from text in Texts() select (above, below, text)).ToArbitrary(),
        sample =>
        {
            var subject = new Subject(Direction.Out, Channel.Sms, new MessageContent { Text = sample.text });
            PolicyLayer above = new("group", sample.above);
            var alone = CompiledPolicy.Compile([above]).Inspect(subject);
            var both = CompiledPolicy.Compile([above, new("firm", sample.below)]).Inspect(subject);

            Assert.True(both.Action >= alone.Action || alone.Action is null);
            Assert.Equal(
                string.Join("\n", alone.Findings.Select(Described)), string.Join("\n", both.Findings.Where(finding => finding.Organization == "group").Select(Described)));
            Assert.All(alone.Notify, person => Assert.Contains(person, both.Notify.AsEnumerable()));
            Assert.All(
                alone.Redactions.SelectMany(redaction => redaction.Spans),
                span => Assert.Contains(both.Redactions[0].Spans, wider => wider.Start <= span.Start && span.End <= wider.End));
        });

    [Fact]
    public void Looking_at_a_text_never_fails_and_what_is_found_lies_in_it() => Property.Holds(
        (from policy in Policies() from text in Texts() select (policy, text)).ToArbitrary(),
        sample =>
        {
            var everything = new PolicyRule
            {
                Id = "all", Name = "All", Action = PolicyAction.Redact, Detectors = [.. Detectors.All.Select(detector => new DetectorChoice(detector.Type))],
                WordLists = ["list"], Expressions = [new("Letters", "[a-c]+"), new("Card", @"\d{4}")],
            };
            var policy = CompiledPolicy.Compile([new("firm", sample.policy with { Rules = sample.policy.Rules.Add(everything) })]);
            var hits = new List<Hit>();

            policy.Find(sample.text, hits);
            var content = new MessageContent { Text = sample.text };
            var redacted = policy.Inspect(new Subject(Direction.In, Channel.WhatsApp, content)).Redact(content);

            Assert.All(hits, hit => Assert.True(hit.Start >= 0 && hit.Start < hit.End && hit.End <= sample.text.Length));
            Assert.Equal(Redactor.Redact(sample.text, Redactor.Spans(sample.text, hits)).Length == sample.text.Length && hits.Count == 0, redacted.Text == sample.text);
        });

    [Fact]
    public void A_disguised_word_is_found_in_any_text_exactly_where_it_stands() => Property.Holds(
        (from before in Texts() from word in Gen.Elements("guarantee", "illegal", "outperform") from disguise in Disguised(word) from behind in Texts()
            select (before, word, disguise, behind)).ToArbitrary(),
        sample =>
        {
            var list = new WordList { Id = "list", Name = "List", Words = [new(sample.word)] };
            var rule = new PolicyRule { Id = "rule", Name = "Rule", Action = PolicyAction.Flag, WordLists = ["list"] };
            var hits = new List<Hit>();

            CompiledPolicy.Compile([new("firm", new() { WordLists = [list], Rules = [rule] })])
                .Find($"{sample.before} {sample.disguise} {sample.behind}", hits);

            var start = sample.before.Length + 1;
            Assert.Contains(new Hit("List", start, start + sample.disguise.Length, 1), hits);
        });

    private static string Described(Finding finding) =>
        $"{finding.Rule} {finding.Action} {string.Join(';', finding.Hits.Select(hit => $"{hit.Part} {hit.Hit} {hit.Weight}"))}";

    private static Gen<string> Texts() => Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    private static Gen<OrganizationPolicy> Policies() =>
        from words in Gen.Elements(Words).NonEmptyListOf()
        from whole in Gen.Elements(true, false)
        from weight in Gen.Choose(1, 3)
        from rules in (
            from id in Gen.Elements("one", "two")
            from action in Gen.Elements(Enum.GetValues<PolicyAction>())
            from threshold in Gen.Choose(1, 4)
            from detectors in Gen.Elements<ImmutableArray<DetectorChoice>>([], [new("CREDIT_CARD")])
            from notify in Gen.Elements("ann", "bob")
            select new PolicyRule
            {
                Id = id, Name = id, Action = action, Threshold = threshold, Detectors = detectors, WordLists = ["list"], Notify = [notify],
            }).ArrayOf(2)
        select new OrganizationPolicy
        {
            WordLists = [new() { Id = "list", Name = "List", WholeWords = whole, Words = [.. words.Select(word => new ListedWord(word, weight))] }],
            Rules = [.. rules],
        };

    private static Gen<string> Disguised(string word) =>
        from way in Gen.Choose(0, 5)
        from place in Gen.Choose(0, word.Length - 1)
        select way switch
        {
            0 => word.ToUpperInvariant(),
            1 => string.Join(' ', word.AsEnumerable()),
            2 => word.Insert(place, "\u200B").TrimStart('\u200B'),
            3 => string.Concat(word.Select(c => char.ConvertFromUtf32(0x1D400 + 26 + c - 'a'))),
            4 => word.Replace('e', 'е').Replace('a', '4'),
            _ => word.Insert(word.Length, new string(word[^1], 4)),
        };
}
