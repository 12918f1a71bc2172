using System.Collections.Immutable;
using MultiLine.Domain.Content;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.DryRun;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Domain.Policy.WordLists;

namespace MultiLine.Domain.Tests.Policy.Rules;

public sealed class RuleTests
{
    private const string Card = "4111 1111 1111 1111";

    private static readonly PolicyRule Cards = new()
    {
        Id = "cards", Name = "No cards", Action = PolicyAction.Redact, Detectors = [new("CREDIT_CARD")], Notify = ["ann"],
        MustMatch = [new() { Text = $"card {Card}" }], MustNotMatch = [new() { Text = "card 4111 1111 1111 1112" }],
    };

    private static readonly WordList Promises = new() { Id = "promises", Name = "Promises", Words = [new("guarantee", 3), new("sure thing", 2)] };

    private static readonly PolicyRule NoPromises = new()
    {
        Id = "promises", Name = "No promises", Action = PolicyAction.Block, WordLists = ["promises"], Threshold = 5, Notify = ["bob", "ann"],
    };

    [Fact]
    public void A_card_is_hidden_in_every_part_and_the_rest_stays()
    {
        var content = new MessageContent
        {
            Text = $"My card {Card}, ok?", Parameters = ["x", Card], Raw = "{}", Media = new("document", "1") { FileName = $"{Card}.pdf" },
        };

        var verdict = Compile(Cards).Inspect(Sent(content));
        var redacted = verdict.Redact(content);

        Assert.Equal(PolicyAction.Redact, verdict.Action);
        Assert.Equal("My card [payment card], ok?", redacted.Text);
        Assert.Equal<string>(["x", "[payment card]"], redacted.Parameters);
        Assert.Equal("[payment card].pdf", redacted.Media!.FileName);
        Assert.Null(redacted.Raw);
        Assert.Equal<string>(["ann"], verdict.Notify);
        Assert.Equal(Verdict.Clear, Compile(Cards).Inspect(Sent(redacted)));
    }

    [Fact]
    public void What_is_recorded_repeats_nothing_of_what_was_found()
    {
        var mark = Compile(Cards).Inspect(Sent(new MessageContent { Text = Card })).Mark("commitment")!;

        Assert.Equal("commitment", mark.Original);
        Assert.Equal([new("firm", "cards", "No cards", PolicyAction.Redact, ["CREDIT_CARD"], 1)], mark.Findings);
        Assert.Null(Verdict.Clear.Mark());
    }

    [Theory]
    [InlineData("guarantee", false)]
    [InlineData("guarantee, guarantee, g u a r a n t e e", false)]
    [InlineData("guarantee, a sure thing", true)]
    public void The_weights_of_what_differs_reach_the_threshold(string text, bool blocked) =>
        Assert.Equal(blocked ? PolicyAction.Block : null, Compile(NoPromises).Inspect(Sent(text)).Action);

    [Fact]
    public void The_same_card_written_otherwise_counts_once()
    {
        var twice = Compile(Cards with { Threshold = 2 });

        Assert.Null(twice.Inspect(Sent($"{Card} or 4111-1111-1111-1111")).Action);
        Assert.NotNull(twice.Inspect(Sent($"{Card} or 5500 0000 0000 0004")).Action);
    }

    [Fact]
    public void A_rule_keeps_to_its_direction_channels_and_people()
    {
        var policy = Compile(Cards with { Direction = Direction.Out, Channels = [Channel.Sms], People = ["ann"] });
        var subject = new Subject(Direction.Out, Channel.Sms, new() { Text = Card }) { People = ["bob", "ann"] };

        Assert.NotNull(policy.Inspect(subject).Action);
        Assert.Null(policy.Inspect(subject with { Direction = Direction.In }).Action);
        Assert.Null(policy.Inspect(subject with { Channel = Channel.WhatsApp }).Action);
        Assert.Null(policy.Inspect(subject with { People = ["bob"] }).Action);
        Assert.Null(policy.Inspect(subject with { People = null }).Action);
        Assert.Null(Compile(Cards with { Enabled = false }).Inspect(subject).Action);
    }

    [Theory]
    [InlineData("application/pdf", null, 10L, true)]
    [InlineData("image/png", "application/pdf", 10L, true)]
    [InlineData("application/pdf", "image/jpeg", 10L, false)]
    [InlineData("application/pdf", "application/octet-stream", 10L, true)]
    [InlineData("Application/PDF; name=x", null, 10L, true)]
    [InlineData("application/pdf", null, 9L, false)]
    [InlineData("application/pdf", null, null, false)]
    public void An_attachment_is_judged_by_its_bytes_before_its_name(string declared, string? sniffed, long? size, bool found)
    {
        var policy = Compile(new PolicyRule
        {
            Id = "pdf", Name = "No PDF", Action = PolicyAction.Block, Attachments = new() { Types = ["application/pdf"], LargerThan = 9 },
        });
        var subject = Sent(new MessageContent { Media = new("image", "1") { MimeType = declared } }) with { SniffedType = sniffed, AttachmentSize = size };

        Assert.Equal(found ? PolicyAction.Block : null, policy.Inspect(subject).Action);
    }

    [Fact]
    public void Only_what_its_bytes_prove_is_an_exception()
    {
        var policy = Compile(new PolicyRule { Id = "files", Name = "Pictures only", Action = PolicyAction.Redact, Attachments = new() { Except = ["image/*"] } });
        var picture = new MessageContent { Text = "Look", Media = new("image", "1") { MimeType = "image/png" } };

        Assert.Null(policy.Inspect(Sent(picture) with { SniffedType = "image/png" }).Action);
        var verdict = policy.Inspect(Sent(picture) with { SniffedType = "application/octet-stream" });
        var redacted = verdict.Redact(picture);
        Assert.Equal((null, "Look\n[attachment]"), (redacted.Media, redacted.Text));
    }

    [Fact]
    public void The_strictest_rule_comes_first_and_says_whose_it_is()
    {
        var policy = CompiledPolicy.Compile(
        [
            new("group", new() { Rules = [Cards] }),
            new("firm", new() { Rules = [Cards with { Action = PolicyAction.Flag }, NoPromises with { Threshold = 1 }], WordLists = [Promises] }),
        ]);

        var verdict = policy.Inspect(Sent($"guarantee {Card}"));

        Assert.Equal(
            [("firm", PolicyAction.Block), ("group", PolicyAction.Redact), ("firm", PolicyAction.Flag)],
            verdict.Findings.Select(finding => (finding.Organization, finding.Action)));
        Assert.Equal<string>(["ann", "bob"], verdict.Notify.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_list_of_a_part_of_the_firm_does_not_replace_the_one_that_a_rule_above_looks_for()
    {
        var policy = CompiledPolicy.Compile(
        [
            new("group", new() { Rules = [NoPromises with { Threshold = 1 }], WordLists = [Promises] }),
            new("firm", new() { WordLists = [Promises with { Words = [new("nothing")] }] }),
        ]);

        Assert.Equal(PolicyAction.Block, policy.Inspect(Sent("guarantee")).Action);
    }

    [Fact]
    public void A_rule_with_right_examples_is_accepted() => Assert.Empty(Check(Cards));

    [Fact]
    public void A_rule_needs_an_example_of_each_kind() =>
        Assert.Equal<string>(
            ["Give at least one example that the rule must match.", "Give at least one example that the rule must not match."],
            Check(Cards with { MustMatch = [], MustNotMatch = [] }));

    [Fact]
    public void An_example_that_turns_out_otherwise_is_named_with_what_was_found() =>
        Assert.Equal<string>(
            [
                "Example 1 that must match: found Promises in the text at characters 1 to 9 (weight 3), which is less than the threshold of 5.",
                "Example 2 that must match: nothing was found.",
                "Example 1 that must not match: found Promises in the text at characters 1 to 9 (weight 3), "
                    + "Promises in the text at characters 13 to 22 (weight 2).",
            ],
            Check(NoPromises with { MustMatch = [new() { Text = "guarantee" }, new() { Text = "x" }], MustNotMatch = [new() { Text = "guarantee a sure thing" }] }));

    [Fact]
    public void What_a_rule_can_not_look_for_is_named() =>
        Assert.Equal<string>(
            [
                "The rule's id “A b” has to be 1 to 64 lower-case letters, digits, hyphens or underscores.",
                "The rule's name is missing.",
                "The threshold is 0; it has to be 1 to 1000000.",
                "There is no detector “CARD”.",
                "The minimum score of CARD is 2; it has to be 0 to 1.",
                "There is no word list “none”, neither of your organisation nor of one above it.",
                "“pdf” is no media type; write one such as application/pdf, or image/* for all pictures.",
            ],
            Check(Cards with
            {
                Id = "A b", Name = " ", Threshold = 0, Detectors = [new("CARD", 2)], WordLists = ["none"], Attachments = new() { Types = ["pdf", "image/*"] },
            }));

    [Fact]
    public void A_policy_names_each_list_and_rule_that_is_wrong() =>
        Assert.Equal<string>(
            ["There are two or more of the id “promises” for a word list.", "Word list “Promises”: “!” has no letter and no digit.",
                "Word list “Promises”: “x” has the weight 0; it has to be 1 to 1000."],
            PolicyCheck.Check([], new("firm", new() { WordLists = [Promises, Promises with { Words = [new("!"), new("x", 0)] }] })));

    [Fact]
    public void Nothing_hides_behind_many_finds_of_another_list()
    {
        WordList harmless = new() { Id = "harmless", Name = "Harmless", Words = [new("ok")] };
        WordList secret = new() { Id = "secret", Name = "Secret", Words = [new("merger", 5)] };
        var policy = CompiledPolicy.Compile([
            new("firm", new()
            {
                WordLists = [harmless, secret],
                Rules =
                [
                    new() { Id = "a", Name = "A", Action = PolicyAction.Flag, WordLists = ["harmless"] },
                    new() { Id = "b", Name = "B", Action = PolicyAction.Block, WordLists = ["secret"], Threshold = 5 },
                    new() { Id = "c", Name = "C", Action = PolicyAction.Block, WordLists = ["harmless"], Threshold = 300 },
                ],
            }),
        ]);
        string Text(int times) => string.Join(' ', Enumerable.Repeat("ok", times));

        Assert.Equal(["b", "a"], policy.Inspect(Sent(new MessageContent { Text = $"{Text(255)} merger" })).Findings.Select(finding => finding.Rule));
        // So many that they can't be told apart any more count as everything that the list has.
        Assert.Equal(["b", "c", "a"], policy.Inspect(Sent(new MessageContent { Text = $"{Text(400)} merger" })).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_dry_run_counts_and_shows_only_what_stands_around()
    {
        var policy = Compile(Cards, NoPromises with { Threshold = 1 });
        var report = DryRunReport.Empty;
        foreach (var (id, text) in new[] { ("1", "hello"), ("2", $"pay with {Card} now"), ("3", $"{new string('x', 200)} guarantee {Card}") })
        {
            var content = new MessageContent { Text = text };
            report = report.Add(id, content, policy.Inspect(Sent(content)));
        }

        Assert.Equal((3, 0, 1, 1), (report.Messages, report.Flagged, report.Redacted, report.Blocked));
        Assert.Equal([("cards", 2), ("promises", 1)], report.Rules.Select(rule => (rule.Rule, rule.Messages)));
        Assert.Equal("pay with [payment card] now", report.Rules[0].Samples[0].Context);
        Assert.Equal($"…{new string('x', 59)} [withheld text] [payment card]", report.Rules[1].Samples[0].Context);
    }

    private static Subject Sent(string text) => Sent(new MessageContent { Text = text });

    private static Subject Sent(MessageContent content) => new(Direction.Out, Channel.WhatsApp, content);

    private static ImmutableArray<string> Check(PolicyRule rule) => PolicyRules.Check([new("firm", new() { WordLists = [Promises] })], rule);

    private static CompiledPolicy Compile(params PolicyRule[] rules) =>
        CompiledPolicy.Compile([new("firm", new OrganizationPolicy { Rules = [.. rules], WordLists = [Promises] })]);
}
