using System.Xml.Linq;

namespace MultiLine.House.Tests.Projects;

public sealed class PackageTests
{
    private static IReadOnlyList<string> Central { get; } =
        [.. XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(ProjectFile.Include)];

    [Fact]
    public void Versions_are_named_in_one_place() => Assert.Empty(
        ProjectFile.All.Where(project => project.Items("PackageReference").Any(NamesVersion)).Select(project => project.Path));

    [Fact]
    public void Every_package_in_use_has_a_central_version() => Assert.Empty(
        ProjectFile.All.SelectMany(project => project.PackageReferences).Except(Central));

    [Fact]
    public void The_probes_name_the_whole_set_of_Orleans_packages() => Assert.Equal(
        Central.Where(id => id.StartsWith("Microsoft.Orleans.", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ProjectFile.In("eng").SelectMany(project => project.PackageReferences).Where(id => id != "Azure.Identity").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_of_the_solution_has_its_lock_file()
    {
        var without = ProjectFile.In("src").Concat(ProjectFile.In("test")).Concat(ProjectFile.In("bench"))
            .Select(project => $"{Path.GetDirectoryName(project.Path)}/packages.Embedded.lock.json")
            .Where(file => !File.Exists(Repository.PathOf(file)));

        Assert.Empty(without);
    }

    [Fact]
    public void No_file_names_a_package_feed()
    {
        string[] configurations = ["nuget.config", ".npmrc", ".yarnrc", "pip.conf"];
        string[] settings = ["RestoreSources", "RestoreAdditionalProjectSources", "packageSources", "\"registry\"", "\"resolved\": \"http"];

        Assert.DoesNotContain(Repository.Files("*"), file => configurations.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase));
        string[] patterns = ["*.csproj", "*.props", "*.targets", "*.json", "*.sh"];
        Assert.DoesNotContain(patterns.SelectMany(pattern => Repository.Files(pattern)), file => settings.Any(Repository.Read(file).Contains));
    }

    private static bool NamesVersion(XElement reference) =>
        reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Element("Version") is not null;
}
