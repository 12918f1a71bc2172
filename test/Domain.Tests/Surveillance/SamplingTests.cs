using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Domain.Surveillance;

namespace MultiLine.Domain.Tests.Surveillance;

/// <summary>Which messages are looked at though nothing was found in them.</summary>
public sealed class SamplingTests
{
    [Theory]
    [InlineData("desk", null, 2)]
    [InlineData("desk", "ann", 25)]
    [InlineData("private", null, 10)]
    [InlineData("private", "ann", 25)]
    [InlineData("private", "bo", 10)]
    public void The_largest_share_that_fits_counts(string line, string? author, double expected) =>
        Assert.Equal(expected, Plan.ShareOf(line, author));

    [Fact]
    public void An_organisation_above_may_want_more_of_all_messages_but_its_people_and_lines_are_its_own()
    {
        PolicyLayer[] layers = [Layer("group", Plan with { Percent = 5 }), Layer("branch", new SamplingPlan { Percent = 1 })];

        Assert.Equal(5, Sampling.Share(layers, "branch", "private", "ann"));
        Assert.Equal(25, Sampling.Share(layers, "group", "private", "ann"));
        Assert.Equal(0, Sampling.Share([new PolicyLayer("branch", new OrganizationPolicy())], "branch", "private", "ann"));
    }

    [Fact]
    public void Of_random_hashes_about_the_share_is_included()
    {
        var random = new Random(7);
        var hashes = Enumerable.Range(0, 100_000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue).ToString("x16")).ToList();

        Assert.InRange(hashes.Count(hash => Sampling.Includes(2.5, hash)), 2_300, 2_700);
        Assert.DoesNotContain(hashes, hash => Sampling.Includes(0, hash));
        Assert.All(hashes, hash => Assert.True(Sampling.Includes(100, hash)));
    }

    [Theory]
    [InlineData(PolicyAction.Block, false, ReviewCause.Block)]
    [InlineData(PolicyAction.Redact, true, ReviewCause.Redact)]
    [InlineData(PolicyAction.Flag, true, ReviewCause.Flag)]
    public void What_was_found_says_why_a_message_is_reviewed(PolicyAction action, bool isSampled, ReviewCause expected) =>
        Assert.Equal(expected, Review.Cause(new(action, []), isSampled));

    [Fact]
    public void Where_nothing_was_found_only_chance_brings_a_message_into_the_queue()
    {
        Assert.Equal(ReviewCause.Sample, Review.Cause(null, isSampled: true));
        Assert.Null(Review.Cause(null, isSampled: false));
    }

    [Theory]
    [InlineData(null, ReviewState.Open)]
    [InlineData(ReviewOutcome.Escalated, ReviewState.Escalated)]
    [InlineData(ReviewOutcome.NoIssue, ReviewState.Closed)]
    [InlineData(ReviewOutcome.Violation, ReviewState.Closed)]
    public void The_newest_decision_says_where_a_message_stands(ReviewOutcome? newest, ReviewState expected) => Assert.Equal(expected, Review.State(newest));

    [Theory]
    [InlineData("""{ "percent": 101 }""", "The share of all messages is 101 percent; it has to be 0 to 100.")]
    [InlineData("""{ "percent": -1 }""", "The share of all messages is -1 percent; it has to be 0 to 100.")]
    [InlineData("""{ "people": [{ "person": "a b", "percent": 5 }] }""", "The sampling names “a b”, which can't be the id of a person.")]
    [InlineData("""{ "lines": [{ "line": "sales", "percent": 200 }] }""", "The share of the line “sales” is 200 percent; it has to be 0 to 100.")]
    [InlineData(
        """{ "lines": [{ "line": "sales", "percent": 2 }, { "line": "sales", "percent": 3 }] }""", "The sampling names the line “sales” more than once.")]
    public void A_plan_that_makes_no_sense_is_refused_with_a_sentence(string plan, string problem) =>
        Assert.Equal(problem, Assert.Single(PolicyCheck.Check([], new PolicyLayer("acme", Read(plan)))));

    [Fact]
    public void A_plan_is_stored_with_its_policy() => Assert.Equal(
        """{"percent":2,"people":[{"person":"ann","percent":25}],"lines":[{"line":"private","percent":10}]}""",
        System.Text.Json.Nodes.JsonNode.Parse(PolicyFormat.Write(new OrganizationPolicy { Sampling = Plan }))!["sampling"]!.ToJsonString());

    private static SamplingPlan Plan { get; } = new()
    {
        Percent = 2, People = [new PersonShare("ann", 25)], Lines = [new LineShare("private", 10)],
    };

    private static PolicyLayer Layer(string organization, SamplingPlan plan) => new(organization, new OrganizationPolicy { Sampling = plan });

    private static OrganizationPolicy Read(string plan) => PolicyFormat.Read(System.Text.Encoding.UTF8.GetBytes($$"""{ "schema": 1, "sampling": {{plan}} }"""));
}
