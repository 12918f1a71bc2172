namespace MultiLine.Tests.Shared;

/// <summary>The project that the tests were built in.</summary>
internal static class Project
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MultiLine.Orleans.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run within the project.");
        }

        return folder.FullName;
    }
}
