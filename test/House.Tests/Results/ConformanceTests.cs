namespace MultiLine.House.Tests.Results;

public sealed class ConformanceTests
{
    private static readonly TestResult Turns = new("Turns_run_one_by_one", "MultiLine.Embedded.Tests.Turns.Turns_run_one_by_one", "Passed");
    private static readonly TestResult Clear = new("A_state_is_cleared", "MultiLine.Embedded.Tests.State.A_state_is_cleared", "Passed");
    private static readonly TestResult Own = new("Calls_keep_order", "MultiLine.Embedded.Tests.Own.Calls_keep_order", "Passed");

    [Fact]
    public void That_both_hosts_pass_the_same_tests_is_said_with_their_number()
    {
        var report = Of(embedded: [Turns, Clear, Own], orleans: [Clear, Turns]);

        Assert.True(report.Succeeded);
        Assert.Equal(["conformance: 2 tests on Embedded and on Orleans, the same", "5 passed, 0 failed"], report.Lines());
    }

    [Fact]
    public void A_test_that_one_host_lacks_fails_the_run_and_is_named()
    {
        var report = Of(embedded: [Turns, Clear], orleans: [Turns]);

        Assert.False(report.Succeeded);
        Assert.Equal([$"FAILED conformance: {Clear.Case} is missing on Orleans", "3 passed, 1 failed"], report.Lines());
    }

    [Fact]
    public void A_test_that_one_host_skips_fails_the_run_and_is_named()
    {
        var report = Of(embedded: [Turns with { Outcome = "NotExecuted" }], orleans: [Turns]);

        Assert.False(report.Succeeded);
        Assert.Contains($"FAILED conformance: {Turns.Case} was skipped on Embedded", report.Lines());
    }

    [Fact]
    public void A_test_that_fails_on_one_host_is_counted_once_and_nothing_is_called_the_same()
    {
        var report = Of(embedded: [Turns, Clear], orleans: [Turns, Clear with { Outcome = "Failed" }]);

        Assert.False(report.Succeeded);
        Assert.Equal("3 passed, 1 failed", report.Lines().Last());
        Assert.DoesNotContain(report.Lines(), line => line.StartsWith("conformance:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_cases_of_a_theory_are_compared_one_by_one()
    {
        var (first, second) = (Turns with { Case = $"{Turns.Case}(at: 1)" }, Turns with { Case = $"{Turns.Case}(at: 2)" });

        Assert.Contains($"FAILED conformance: {first.Case} is missing on Orleans", Of(embedded: [first], orleans: [second]).Lines());
    }

    [Fact]
    public void A_host_that_ran_nothing_at_all_lacks_every_test() => Assert.False(Of(embedded: [Turns], orleans: []).Succeeded);

    [Fact]
    public void On_one_host_there_is_nothing_to_compare()
    {
        var report = new Report([new TestRun("embedded.Embedded", 0, [Turns, Own]), new TestRun("grains.Orleans", 0, [Clear])], []);

        Assert.Equal(["3 passed, 0 failed"], report.Lines());
    }

    private static Report Of(TestResult[] embedded, TestResult[] orleans) =>
        new([new TestRun("embedded.Embedded", 0, embedded), new TestRun("embedded.Orleans", 0, orleans)], []);
}
