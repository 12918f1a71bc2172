using System.Reflection;

namespace MultiLine.Embedded.Tests.Own.Surface;

/// <summary>
/// The assemblies of real Orleans that are on this machine. The abstractions are always there; the others where they have been restored
/// for the other host, or where MULTILINE_ORLEANS_ASSEMBLIES names a folder that holds them.
/// </summary>
internal static class RealAssemblies
{
    /// <summary>Where what src/Embedded declares lives in real Orleans.</summary>
    private static readonly string[] s_needed =
    [
        "Orleans.Core.Abstractions", "Orleans.Serialization.Abstractions", "Orleans.Core", "Orleans.Runtime", "Orleans.Reminders", "Orleans.Streaming",
    ];

    /// <summary>Their files; the official packages first, so that they decide where the folder has another build of the same.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. InPackages().Concat(InFolder()).DistinctBy(Path.GetFileName)];

    /// <summary>The one that every package feed has.</summary>
    public static string CoreAbstractions => PackageOf("Orleans.Core.Abstractions");

    /// <summary>Whether all of them are here, so that everything can be compared.</summary>
    public static bool AreComplete => s_needed.All(name => Files.Any(file => Path.GetFileNameWithoutExtension(file) == name));

    private static IEnumerable<string> InPackages() => s_needed.Select(PackageOf).Where(file => file == CoreAbstractions || File.Exists(file));

    private static string[] InFolder() => Environment.GetEnvironmentVariable("MULTILINE_ORLEANS_ASSEMBLIES") is { Length: > 0 } folder
        ? Directory.GetFiles(folder, "Orleans.*.dll", SearchOption.AllDirectories)
        : [];

    private static string PackageOf(string name) =>
        Path.Combine(Metadata("Packages"), $"microsoft.{name.ToLowerInvariant()}", Metadata("OrleansVersion"), "lib", "net10.0", $"{name}.dll");

    private static string Metadata(string key) => typeof(RealAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
