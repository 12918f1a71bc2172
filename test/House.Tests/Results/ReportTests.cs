using System.Xml.Linq;
using MultiLine.House.Tests.Features;

namespace MultiLine.House.Tests.Results;

public sealed class ReportTests
{
    private static readonly TestResult Passed = new("It_holds", "Tests.It_holds", "Passed");
    private static readonly TestResult Failed = new("It_breaks", "Tests.It_breaks", "Failed", "Expected 1, was 2", "at Tests.It_breaks()");
    private static readonly TestResult Skipped = new("It_waits", "Tests.It_waits", "NotExecuted", "needs a browser");

    [Fact]
    public void The_last_line_counts_what_passed_and_what_failed()
    {
        var report = Of(new TestRun("domain", 1, [Passed, Passed, Failed]));

        Assert.Equal("2 passed, 1 failed", report.Lines().Last());
        Assert.False(report.Succeeded);
    }

    [Fact]
    public void Skipped_tests_are_counted_and_named()
    {
        var report = Of(new TestRun("domain", 0, [Passed, Skipped]));

        Assert.Equal("1 passed, 0 failed, 1 skipped", report.Lines().Last());
        Assert.Contains("SKIPPED Tests.It_waits: needs a browser", report.Lines());
        Assert.True(report.Succeeded);
    }

    [Theory, InlineData("Needs Chromium, which ./test.sh installs", true), InlineData("Needs something else", false)]
    public void A_feature_whose_test_lacks_a_browser_is_not_held_against_the_run(string why, bool succeeds)
    {
        var report = new Report(
            [new TestRun("web", 0, [Passed, new TestResult("It_shows", "Tests.It_shows", "NotExecuted", why)])],
            [new Feature("Shown in a browser", "done", ["It_shows"])]);

        Assert.Equal(succeeds, report.Succeeded);
    }

    [Fact]
    public void A_run_without_any_test_is_no_success() => Assert.False(Of(new TestRun("domain", 0, [])).Succeeded);

    [Fact]
    public void A_test_process_that_crashed_counts_as_a_failure_and_is_shown_with_its_last_words()
    {
        var report = Of(new TestRun("domain", 134, [Passed]) { LastWords = ["The test running when the crash occurred:", "Tests.It_holds"] });

        Assert.Equal("1 passed, 1 failed", report.Lines().Last());
        Assert.EndsWith("    The test running when the crash occurred:\n    Tests.It_holds", report.Lines().First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It_holds", true)]
    [InlineData("It_waits", false)]
    [InlineData("It_was_never_written", false)]
    public void A_done_feature_whose_test_is_missing_or_skipped_fails_the_run(string test, bool succeeds)
    {
        var report = new Report([new TestRun("domain", 0, [Passed, Skipped])], [new Feature("A contact is asked once.", "done", [test])]);

        Assert.Equal(succeeds, report.Succeeded);
    }

    [Fact]
    public void A_skipped_case_of_a_theory_is_not_made_up_for_by_another()
    {
        var report = new Report(
            [new TestRun("domain", 0, [Passed, Passed with { Outcome = "NotExecuted" }])],
            [new Feature("A contact is asked once.", "done", ["It_holds"])]);

        Assert.False(report.Succeeded);
    }

    [Fact]
    public void Results_are_read_from_a_trx_file()
    {
        var trx = XDocument.Parse(
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                <UnitTestResult testId="1" testName="Tests.It_breaks(a: 1)" outcome="Failed">
                  <Output><ErrorInfo><Message>Expected 1, was 2</Message><StackTrace>at Tests.It_breaks()</StackTrace></ErrorInfo></Output>
                </UnitTestResult>
              </Results>
              <TestDefinitions>
                <UnitTest id="1" name="Tests.It_breaks(a: 1)"><TestMethod className="Tests" name="It_breaks" /></UnitTest>
              </TestDefinitions>
            </TestRun>
            """);

        Assert.Equal([Failed with { Case = "Tests.It_breaks(a: 1)" }], TestRun.Read(trx));
    }

    private static Report Of(TestRun run) => new([run], []);
}
