using MultiLine.Connectors.Tests.Support;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Sending;

namespace MultiLine.Connectors.Tests.WhatsApp.Sending;

public sealed class GraphErrorTests
{
    [Fact]
    public void Only_refusals_before_processing_are_repeated() =>
        Assert.Equal([4, 80007, 130429, 131056, 132069, 133015, 134101], CodesOf(GraphHandling.TryAgain));

    [Fact]
    public void Errors_under_which_messages_go_out_are_unknown() =>
        Assert.Equal([1, 2, 131000, 131016, 131057, 133004], CodesOf(GraphHandling.Unknown));

    [Fact]
    public void Every_code_has_one_rule()
    {
        var codes = GraphErrors.All.SelectMany(CodesOf).ToList();

        Assert.Equal(codes.Distinct(), codes);
        Assert.All(GraphErrors.All, rule => Assert.Equal(rule.Handling == GraphHandling.TryAgain, rule.Backoff is not null));
    }

    [Theory]
    [InlineData(131026, GraphHandling.UseSms)]
    [InlineData(131047, GraphHandling.UseTemplate)]
    [InlineData(131050, GraphHandling.OptedOut)]
    [InlineData(132001, GraphHandling.TemplateProblem)]
    [InlineData(132015, GraphHandling.TemplateProblem)]
    [InlineData(132000, GraphHandling.TemplateValues)]
    [InlineData(132005, GraphHandling.TemplateValues)]
    [InlineData(132012, GraphHandling.TemplateValues)]
    [InlineData(132018, GraphHandling.TemplateValues)]
    [InlineData(131053, GraphHandling.MediaProblem)]
    [InlineData(131048, GraphHandling.PauseBusinessInitiated)]
    [InlineData(190, GraphHandling.PauseNumber)]
    [InlineData(200, GraphHandling.PauseNumber)]
    [InlineData(299, GraphHandling.PauseNumber)]
    [InlineData(131049, GraphHandling.HeldBack)]
    [InlineData(130472, GraphHandling.HeldBack)]
    [InlineData(131062, GraphHandling.NeedsPhone)]
    [InlineData(130403, GraphHandling.Refuse)]
    public void A_code_asks_for_what_helps(int code, GraphHandling handling) => Assert.Equal(handling, GraphErrors.For(code)?.Handling);

    [Theory]
    [InlineData(131056, 0, 1)]
    [InlineData(131056, 1, 4)]
    [InlineData(131056, 3, 64)]
    [InlineData(131056, 30, 3600)]
    [InlineData(130429, 0, 1)]
    [InlineData(130429, 3, 8)]
    [InlineData(4, 0, 60)]
    [InlineData(80007, 10, 900)]
    public async Task Waits_grow_with_each_refusal_up_to_a_longest(int code, int earlierTries, int seconds)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.AnswerError(400, code);

        var outcome = await connector.WhatsApp.SendAsync(Messages.Text with { Earlier = new(earlierTries, code) }, CancellationToken.None);

        var again = Assert.IsType<SendOutcome.TryAgain>(outcome);
        Assert.Equal((TimeSpan.FromSeconds(seconds), code), (again.After, again.ProviderCode));
    }

    [Fact]
    public async Task Waits_begin_anew_with_another_reason()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.AnswerError(400, 130429);

        var outcome = await connector.WhatsApp.SendAsync(Messages.Text with { Earlier = new(5, 131056) }, CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<SendOutcome.TryAgain>(outcome).After);
    }

    [Theory]
    [InlineData(130429, MessageLimit.Number)]
    [InlineData(131056, MessageLimit.Contact)]
    [InlineData(4, MessageLimit.Calls)]
    [InlineData(80007, MessageLimit.Calls)]
    [InlineData(132069, null)]
    public async Task A_refusal_for_speed_says_which_limit_is_used_up(int code, MessageLimit? limit)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.AnswerError(400, code);

        var outcome = await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None);

        Assert.Equal(limit, Assert.IsType<SendOutcome.TryAgain>(outcome).Limit);
    }

    [Fact]
    public async Task Every_documented_code_leads_to_the_outcome_that_its_rule_names()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        foreach (var rule in GraphErrors.All)
        {
            foreach (var code in new[] { rule.First, rule.Last }.Distinct())
            {
                // Handled by the code alone: the HTTP status differs between Meta's own pages.
                graph.AnswerError(400, code, "details");
                graph.AnswerError(500, code, "details");
                var expected = Expected(rule, code);
                Assert.Equal(expected, await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None));
                Assert.Equal(expected, await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None));
            }
        }
    }

    [Theory]
    [InlineData(400, false, typeof(SendOutcome.Refused))]
    [InlineData(400, true, typeof(SendOutcome.Unknown))]
    [InlineData(500, false, typeof(SendOutcome.Unknown))]
    public async Task A_code_that_Meta_has_not_documented_is_never_repeated(int status, bool transient, Type outcome)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(status, $$$"""{"error":{"message":"new","code":999999,"is_transient":{{{(transient ? "true" : "false")}}}}}""");

        Assert.IsType(outcome, await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None));
    }

    private static SendOutcome Expected(GraphErrorRule rule, int code) => rule.Handling switch
    {
        GraphHandling.TryAgain => new SendOutcome.TryAgain(rule.Backoff!.First, code) { Limit = rule.Limit },
        GraphHandling.Unknown => new SendOutcome.Unknown(UnknownReason.ProviderError, code),
        GraphHandling.PauseNumber => new SendOutcome.NumberPaused(code, "details", BusinessInitiatedOnly: false),
        GraphHandling.PauseBusinessInitiated => new SendOutcome.NumberPaused(code, "details", BusinessInitiatedOnly: true),
        var handling => new SendOutcome.Refused(code, "details", handling),
    };

    private static IEnumerable<int> CodesOf(GraphErrorRule rule) => Enumerable.Range(rule.First, rule.Last - rule.First + 1);

    private static IEnumerable<int> CodesOf(GraphHandling handling) =>
        GraphErrors.All.Where(rule => rule.Handling == handling).SelectMany(CodesOf).Order();
}
