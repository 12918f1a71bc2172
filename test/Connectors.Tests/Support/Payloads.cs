namespace MultiLine.Connectors.Tests.Support;

/// <summary>Published examples and schemas of others. They aren't part of the project: they are read from beside it, if they are there.</summary>
internal static class Payloads
{
    public const string Missing = "needs the published payloads beside the project, in ../shared/payloads";

    public static string? Folder { get; } = Find();

    public static IEnumerable<string> Files(string under) =>
        Directory.EnumerateFiles(Path.Combine(Folder!, under), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MultiLine.Orleans.sln")))
            {
                var payloads = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "payloads"));
                return Directory.Exists(payloads) ? payloads : null;
            }
        }

        return null;
    }
}

/// <summary>A test that is skipped where the payloads aren't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PayloadsFactAttribute : FactAttribute
{
    public PayloadsFactAttribute() => Skip = Payloads.Folder is null ? Payloads.Missing : null;
}
