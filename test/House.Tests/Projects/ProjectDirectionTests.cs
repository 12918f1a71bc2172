using System.Text.RegularExpressions;

namespace MultiLine.House.Tests.Projects;

public sealed partial class ProjectDirectionTests
{
    public static TheoryData<string> Sources => [.. ProjectFile.In("src").Select(project => project.Name)];

    [Theory, MemberData(nameof(Sources))]
    public void A_project_refers_only_to_those_below_it(string name)
    {
        Assert.True(ProjectDirections.Allowed.TryGetValue(name, out var allowed), $"{name} has no line in ProjectDirections.");
        Assert.Empty(Source(name).ProjectReferences.Except(allowed));
    }

    [Theory, MemberData(nameof(Sources))]
    public void A_project_names_only_what_it_refers_to(string name)
    {
        var others = ProjectDirections.Allowed.Keys.Except(ProjectDirections.Named(name)).ToHashSet();
        var mentions = Repository.Files("*.cs")
            .Where(path => path.StartsWith($"src/{name}/", StringComparison.Ordinal))
            .SelectMany(path => OurNames().Matches(File.ReadAllText(Repository.PathOf(path))).Select(match => $"{path}: {match.Value}"));

        Assert.DoesNotContain(mentions, mention => others.Contains(ProjectOf(mention)));
    }

    [Theory, MemberData(nameof(Sources))]
    public void Only_projects_about_grains_see_the_actor_host(string name) =>
        Assert.True(!Source(name).UsesActorHost || ProjectDirections.KnowTheActorHost.Contains(name), $"{name} must not use the actor host.");

    [Fact]
    public void The_actor_host_is_chosen_in_one_place_only() =>
        Assert.DoesNotContain(
            ProjectFile.All,
            project => project.ProjectReferences.Contains("Embedded") && !IsTestOfTheEmbeddedHost(project)
                || project.PackageReferences.Any(id => id.StartsWith("Microsoft.Orleans.", StringComparison.Ordinal)) && !IsProbe(project));

    [Fact]
    public void No_test_project_builds_on_another() =>
        Assert.DoesNotContain(ProjectFile.All.SelectMany(project => project.ProjectReferences), name => name.EndsWith(".Tests", StringComparison.Ordinal));

    private static string ProjectOf(string mention)
    {
        var space = mention[(mention.LastIndexOf(": MultiLine.", StringComparison.Ordinal) + ": MultiLine.".Length)..];
        return space.StartsWith("Grains.Interfaces", StringComparison.Ordinal) ? "Grains.Interfaces" : space.Split('.')[0];
    }

    [GeneratedRegex(@"\bMultiLine\.[A-Z]\w+(\.[A-Z]\w+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OurNames();

    private static ProjectFile Source(string name) => ProjectFile.In("src").Single(project => project.Name == name);

    private static bool IsTestOfTheEmbeddedHost(ProjectFile project) => project.Name == "Embedded.Tests";

    private static bool IsProbe(ProjectFile project) => project.Path.StartsWith("eng/probe/", StringComparison.Ordinal);
}
