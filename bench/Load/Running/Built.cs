namespace MultiLine.Load.Running;

/// <summary>Where the programs were built: beside this one, for the same actor host and configuration.</summary>
public static class Built
{
    /// <summary>Where everything is built: <c>artifacts/HOST/bin/PROJECT/CONFIGURATION</c> is this program's folder.</summary>
    public static DirectoryInfo Artifacts { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.Parent!;

    public static string Program(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(output.Parent!.Parent!.FullName, project, output.Name, $"MultiLine.{project}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} was not built.", path);
    }
}
