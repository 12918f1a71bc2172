namespace MultiLine.House.Tests;

/// <summary>The files of this repository as they lie on the disk, without what builds and runs leave behind.</summary>
internal static class Repository
{
    private static readonly string[] LeftBehind = [".git", ".idea", ".vs", "artifacts", "bin", "data", "node_modules", "obj"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>All files with such a name, relative to the root, with forward slashes.</summary>
    /// <param name="pattern">Such as <c>*.cs</c>.</param>
    /// <param name="under">Only those in this folder.</param>
    public static IReadOnlyList<string> Files(string pattern, string under = "") =>
        [.. FilesIn(new DirectoryInfo(PathOf(under)), pattern).Select(Relative).Order(StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder, string pattern) => folder.EnumerateFiles(pattern)
        .Concat(folder.EnumerateDirectories().Where(inner => !LeftBehind.Contains(inner.Name)).SelectMany(inner => FilesIn(inner, pattern)));

    private static string Relative(FileInfo file) => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MultiLine.Orleans.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests of the house must run inside the repository.");
    }
}
