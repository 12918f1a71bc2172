using System.Text.RegularExpressions;

namespace MultiLine.House.Tests.Documents;

public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Repository.Files("*.md")];

    [Theory, MemberData(nameof(Documents))]
    public void A_link_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(document)!;
        var targets = Link().Matches(Repository.Read(document)).Select(link => link.Groups["target"].Value);

        Assert.DoesNotContain(targets, target => !Path.Exists(Repository.PathOf(Path.Combine(folder, target))));
    }

    [Theory, MemberData(nameof(Documents))]
    public void A_script_that_is_named_is_there_to_be_run(string document)
    {
        var scripts = Script().Matches(Repository.Read(document)).Select(script => script.Groups["name"].Value).Distinct();

        Assert.All(scripts, script =>
        {
            Assert.True(File.Exists(Repository.PathOf(script)), $"{document} names {script}.");
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.PathOf(script)).HasFlag(UnixFileMode.UserExecute), script);
        });
    }

    [Fact]
    public void The_map_in_the_README_names_every_project_of_src()
    {
        var readme = Repository.Read("README.md");

        Assert.Empty(Projects.ProjectFile.In("src").Where(project => !readme.Contains($"src/{project.Name}", StringComparison.Ordinal)).Select(project => project.Name));
    }

    /// <summary>Links inside the repository; what follows a # is left to the reader.</summary>
    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)[^)]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.])\./(?<name>[\w-]+\.sh)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Script();
}
