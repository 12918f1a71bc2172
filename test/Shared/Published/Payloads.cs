using System.Text.Json.Nodes;

namespace MultiLine.Tests.Shared;

/// <summary>Published examples and schemas of others. They aren't part of the project: they are read from beside it, if they are there.</summary>
internal static class Payloads
{
    public const string Missing = "needs the published payloads beside the project, in ../shared/payloads";

    /// <summary>Null where they aren't.</summary>
    public static string? Folder { get; } =
        Path.GetFullPath(Path.Combine(Project.Folder, "..", "shared", "payloads")) is var folder && Directory.Exists(folder) ? folder : null;

    public static IEnumerable<string> Files(string under) =>
        Directory.EnumerateFiles(Path.Combine(Folder!, under), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>One of the examples in Meta's OpenAPI document.</summary>
    public static JsonNode Read(string example) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder!, "facebook-openapi", example)))!;
}

/// <summary>A test that is skipped where the payloads aren't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PayloadsFactAttribute : FactAttribute
{
    public PayloadsFactAttribute() => Skip = Payloads.Folder is null ? Payloads.Missing : null;
}

/// <summary>Tests that are skipped where the payloads aren't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PayloadsTheoryAttribute : TheoryAttribute
{
    public PayloadsTheoryAttribute() => Skip = Payloads.Folder is null ? Payloads.Missing : null;
}
