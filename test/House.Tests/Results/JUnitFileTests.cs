using System.Xml.Linq;

namespace MultiLine.House.Tests.Results;

public sealed class JUnitFileTests : IDisposable
{
    private const string Written = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <testsuites name="vitest tests" tests="3" failures="1" errors="0" time="0.02">
            <testsuite name="src/Composer.test.tsx" tests="3" failures="1" errors="0" skipped="1" time="0.02">
                <testcase classname="src/Composer.test.tsx" name="The composer &gt; counts down" time="0.01">
                </testcase>
                <testcase classname="src/Composer.test.tsx" name="The composer &gt; in a lapsed session &gt; takes no &quot;text&quot;" time="0.01">
                    <failure message="expected 1 to be 2" type="AssertionError">
        AssertionError: expected 1 to be 2

         ❯ check src/Composer.tsx:12:3
         ❯ src/Composer.test.tsx:4:47
                    </failure>
                </testcase>
                <testcase classname="src/Composer.test.tsx" name="waits" time="0">
                    <skipped/>
                </testcase>
            </testsuite>
        </testsuites>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("multiline-house-").FullName;

    [Fact]
    public void What_passed_failed_and_was_skipped_is_read_with_its_names() => Assert.Equal(
        [
            new TestResult("counts down", "src/Composer.test.tsx > The composer > counts down", "Passed"),
            new TestResult(
                "takes no \"text\"",
                "src/Composer.test.tsx > The composer > in a lapsed session > takes no \"text\"",
                "Failed",
                "expected 1 to be 2",
                "at check src/Composer.tsx:line 12\nat src/Composer.test.tsx:line 4"),
            new TestResult("waits", "src/Composer.test.tsx > waits", "NotExecuted"),
        ],
        JUnitFile.Read(XDocument.Parse(Written)));

    [Fact]
    public void It_counts_like_every_other_part_of_a_run()
    {
        var report = Of(exitCode: 1, Written);

        Assert.Equal("1 passed, 1 failed, 1 skipped", report.Lines().Last());
        Assert.Contains("SKIPPED src/Composer.test.tsx > waits: ", report.Lines());
        Assert.False(report.Succeeded);
    }

    [Fact]
    public void A_feature_is_shown_by_the_name_of_a_test_in_the_source()
    {
        File.WriteAllText(Path.Combine(_folder, "web-components.junit.xml"), Written);
        var run = TestRun.Load("web-components", exitCode: 0, _folder);

        Assert.DoesNotContain(new Report([run], [new("The time left is shown.", "done", ["counts down"])]).Lines(), Unshown);
        Assert.Contains(new Report([run], [new("The time left is shown.", "done", ["waits"])]).Lines(), Unshown);

        static bool Unshown(string line) => line.Contains("is marked done", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<testsuites><testsuite>")]
    [InlineData("")]
    public void A_file_that_breaks_off_fails_the_run_whatever_its_process_said(string broken)
    {
        var report = Of(exitCode: 0, broken);

        Assert.Equal("0 passed, 1 failed", report.Lines().Last());
        Assert.Contains("web-components: its results can't be read", report.Lines().First(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_ended_badly_and_wrote_no_file_fails() => Assert.False(new Report([TestRun.Load("web-components", exitCode: 1, _folder)], []).Succeeded);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Report Of(int exitCode, string written)
    {
        File.WriteAllText(Path.Combine(_folder, "web-components.junit.xml"), written);
        return new Report([TestRun.Load("web-components", exitCode, _folder)], []);
    }
}
