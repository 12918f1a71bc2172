using System.Xml.Linq;

namespace MultiLine.House.Tests.Projects;

/// <summary>What a project file says.</summary>
/// <param name="Path">Relative to the root.</param>
internal sealed record ProjectFile(string Path, XDocument Content)
{
    public static IReadOnlyList<ProjectFile> All { get; } = [.. Repository.Files("*.csproj").Select(Load)];

    /// <summary>Those of one folder at the root, such as <c>src</c>.</summary>
    public static IEnumerable<ProjectFile> In(string folder) =>
        All.Where(project => project.Path.StartsWith($"{folder}/", StringComparison.Ordinal));

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The names of the projects of ours that it refers to.</summary>
    public IEnumerable<string> ProjectReferences => Items("ProjectReference").Select(reference =>
        System.IO.Path.GetFileNameWithoutExtension(Include(reference).Replace('\\', '/')));

    public IEnumerable<string> PackageReferences => Items("PackageReference").Select(Include);

    /// <summary>Whether it is compiled against Orleans or, in its place, against src/Embedded.</summary>
    public bool UsesActorHost => Property("UsesActorHost") == "true";

    public IEnumerable<XElement> Items(string name) => Content.Descendants(name);

    public string? Property(string name) => Content.Descendants(name).Select(property => property.Value.Trim()).LastOrDefault();

    public static string Include(XElement item) => item.Attribute("Include")?.Value ?? "";

    private static ProjectFile Load(string path) => new(path, XDocument.Load(Repository.PathOf(path)));
}
