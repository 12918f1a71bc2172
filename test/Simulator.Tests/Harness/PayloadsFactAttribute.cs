namespace MultiLine.Simulator.Tests.Harness;

/// <summary>A test against Meta's published examples; skipped where <c>../shared/payloads</c> is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PayloadsFactAttribute : FactAttribute
{
    public PayloadsFactAttribute()
    {
        if (!Directory.Exists(Payloads.Folder))
            Skip = "Meta's examples are not there (../shared/payloads beside the project).";
    }
}

internal static class Payloads
{
    /// <summary>Where the examples are, if they are.</summary>
    public static readonly string Folder = Path.Combine(ProjectFolder(), "..", "shared", "payloads", "facebook-openapi");

    public static System.Text.Json.Nodes.JsonNode Read(string path) =>
        System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, path)))!;

    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MultiLine.Orleans.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
