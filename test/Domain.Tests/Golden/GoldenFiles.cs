namespace MultiLine.Domain.Tests.Golden;

/// <summary>The stored forms of every schema version that was ever written, as files in the test's output folder.</summary>
internal static class GoldenFiles
{
    public static byte[] Read(string folder, string name)
    {
        var path = Path.Combine(Folder(folder), name + ".json");
        Assert.True(File.Exists(path), $"There is no golden file {folder}/{name}.json.");
        var bytes = File.ReadAllBytes(path);
        Assert.Equal((byte)'\n', bytes[^1]);
        return bytes[..^1];
    }

    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Folder(folder), "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);
}
