using MultiLine.Grains.Interfaces.Policies;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Policies;

/// <summary>What a policy would have done with messages of the past.</summary>
public sealed class DryRunTests
{
    [Fact]
    public async Task A_policy_is_tried_on_the_newest_messages_with_counts_and_samples_and_changes_nothing()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Delivered($"Take {Rules.Card}, please");
        await talk.Hears($"No, take {Rules.Card} instead");
        await talk.Delivered("Thank you");
        await product.Archive().CatchUp();
        var policy = Rules.Policy(Rules.Cards("redact"), Rules.Cards("block", direction: "in", id: "in", name: "No cards from contacts"));

        var all = await DryRun(product).Run(new DryRunRequest(policy, 100, WithSamples: true));
        var newest = await DryRun(product).Run(new DryRunRequest(policy, 1, WithSamples: false));
        var inForce = await DryRun(product).Run(new DryRunRequest(null, 100, WithSamples: true));

        Assert.Equal((4, 0, 1, 1), (all.Messages, all.Flagged, all.Redacted, all.Blocked));
        Assert.Equal([("Payment cards", 2), ("No cards from contacts", 1)], all.Rules.Select(rule => (rule.Name, rule.Messages)).OrderByDescending(rule => rule.Messages));
        Assert.Contains("Take [payment card], please", all.Rules.SelectMany(rule => rule.Samples));
        Assert.DoesNotContain(all.Rules.SelectMany(rule => rule.Samples), sample => sample.Contains("4012", StringComparison.Ordinal));
        Assert.Equal((1, 0, 0, 0), (newest.Messages, newest.Flagged, newest.Redacted, newest.Blocked));
        Assert.Equal((4, 0), (inForce.Messages, inForce.Rules.Count));
        Assert.Contains((await talk.Messages()), message => message.Text == $"Take {Rules.Card}, please");
    }

    [Fact]
    public async Task A_policy_with_something_wrong_is_not_tried()
    {
        await using var product = await Product.StartAsync();

        var result = await DryRun(product).Run(new DryRunRequest("""{"schema":1,"rules":[{"id":"a","name":"A","action":"flag"}]}""", 100, WithSamples: true));

        Assert.NotEmpty(result.Problems);
        Assert.Equal(0, result.Messages);
    }

    private static IDryRunGrain DryRun(Product product) => product.Grains.GetGrain<IDryRunGrain>(Firms.Northwind);
}
