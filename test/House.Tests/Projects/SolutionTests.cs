using System.Text.RegularExpressions;

namespace MultiLine.House.Tests.Projects;

public sealed partial class SolutionTests
{
    [Fact]
    public void Every_project_but_the_probes_is_in_the_solution()
    {
        var listed = InSolution().Matches(Repository.Read("MultiLine.Orleans.sln")).Select(match => match.Groups["path"].Value.Replace('\\', '/'));
        var expected = ProjectFile.All.Select(project => project.Path).Where(path => !path.StartsWith("eng/probe/", StringComparison.Ordinal));

        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_of_src_has_a_test_project_beside_it_or_is_a_story_told_from_outside()
    {
        var tested = ProjectFile.In("test").Select(project => project.Name.Replace(".Tests", "", StringComparison.Ordinal));

        // Contracts and composition are tested through the grains, the API and the clusters; the walkthrough is a test itself.
        Assert.Empty(ProjectFile.In("src").Select(project => project.Name).Except([.. tested, "Grains.Interfaces", "Hosting", "Silo", "Walkthrough"]));
    }

    [Fact]
    public void Every_test_project_has_tests()
    {
        var without = ProjectFile.In("test").Where(project =>
            TestSources.Methods.All(method => !method.File.StartsWith($"test/{project.Name}/", StringComparison.Ordinal)));

        Assert.Empty(without.Select(project => project.Name));
    }

    [GeneratedRegex("""= "[^"]+", "(?<path>[^"]+\.csproj)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex InSolution();
}
