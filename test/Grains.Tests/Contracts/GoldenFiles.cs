namespace MultiLine.Grains.Tests.Contracts;

/// <summary>
/// What was ever written and said, in the folders <c>v1</c>, <c>v2</c> … beside this file. A file is never changed, but for lines that are
/// added to the list of contracts: what is new gets files of its own in the folder of the version that brings it.
/// </summary>
internal static class GoldenFiles
{
    /// <summary>The folder into which what is missing is written, such as <c>v1</c>; where it is not set, nothing is written.</summary>
    public const string Switch = "MULTILINE_WRITE_GOLDEN";

    public const string HowToWrite = $"Write it and look at the difference: ActorHost=Orleans {Switch}=v1 dotnet test test/Grains.Tests --filter Contracts "
        + "(v1 is the folder of the version that brings what is new; one that is released gets no more files). What is there is not written over.";

    private static readonly string Root = FindRoot();

    /// <summary>Where to write, if that is asked for.</summary>
    public static string? Target => Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } folder ? folder : null;

    public static IEnumerable<string> Versions => Directory.EnumerateDirectories(Root, "v*").Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>All files of an ending, of all versions, such as <c>v1/ml.Refused.bin</c>.</summary>
    public static IEnumerable<string> Names(string ending) => Versions
        .SelectMany(version => Directory.EnumerateFiles(PathOf(version), $"*{ending}"))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static byte[] ReadBytes(string name) => File.ReadAllBytes(PathOf(name));

    public static string ReadText(string name) => File.ReadAllText(PathOf(name));

    public static bool Exists(string name) => File.Exists(PathOf(name));

    public static void Write(string name, byte[] content)
    {
        Assert.False(Exists(name), $"{name} is there, and a golden file is never changed. Take the folder of the next version.");
        Replace(name, content);
    }

    public static void Replace(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
    }

    private static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>In the sources: what is written has to be found there.</summary>
    private static string FindRoot()
    {
        const string Folder = "test/Grains.Tests/Contracts";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Folder)))
            {
                return Path.Combine(folder.FullName, Folder);
            }
        }

        throw new InvalidOperationException($"The tests of the contracts must run inside the repository: they read {Folder}.");
    }
}
