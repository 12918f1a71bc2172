namespace MultiLine.House.Tests;

public sealed class TestSourcesTests
{
    [Fact]
    public void Component_tests_are_found_by_the_name_in_their_source() => Assert.Equal(
        [new("counts down", "src/a.test.tsx", Skipped: false), new("it's closed", "src/a.test.tsx", Skipped: false), new("waits", "src/a.test.tsx", Skipped: true)],
        TestSources.ComponentTests(
            "src/a.test.tsx",
            """
            describe('The composer', () => {
              it('counts down', () => {});
              test(
                "it's closed", async () => {});
              it.skip(`waits`, () => {});
              const submit = 'it(';
            });
            """));
}
