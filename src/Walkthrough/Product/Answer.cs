using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MultiLine.Walkthrough.Product;

/// <summary>What came back from a request.</summary>
internal sealed partial record Answer(string Request, HttpStatusCode Status, string? MediaType, JsonElement Body)
{
    private const int Width = 160;

    /// <summary>The properties that are worth a word on the console.</summary>
    private static readonly string[] Telling =
        ["code", "detail", "kind", "status", "text", "consent", "session_open", "session_until", "id", "name", "phone", "roles", "lines"];

    /// <summary>A property of the body; undefined where it has none of this name.</summary>
    public JsonElement this[string property] => Body.Member(property);

    /// <summary>The entries of a page.</summary>
    public IReadOnlyList<JsonElement> Items => this["items"].List();

    public override string ToString()
    {
        var line = LongId().Replace($"{Request} → {(int)Status} {Summary}", "…");
        return line.Length <= Width ? line : $"{line[..(Width - 1)]}…";
    }

    private string Summary => Body.ValueKind switch
    {
        JsonValueKind.Object => string.Join(", ", Telling.Select(name => Show(name, this[name])).OfType<string>()),
        JsonValueKind.Array => $"{Body.GetArrayLength()} entries",
        _ => "",
    };

    private static string? Show(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"{name}: “{value.GetString()}”",
        JsonValueKind.True or JsonValueKind.False => $"{name}: {value.GetRawText()}",
        JsonValueKind.Array => $"{name}: {value.GetArrayLength()}",
        _ => null,
    };

    /// <summary>The way to one thread is left out, and of an id all but its end.</summary>
    [GeneratedRegex("(?<=^[A-Z]+ )/api/v1/lines/[^/ ]+/threads/[0-9a-f]{26}|[0-9a-f]{26}(?=[0-9a-f]{6})", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex LongId();
}

/// <summary>Reading JSON without a class for each body: what is not there reads as empty and then differs from the story.</summary>
internal static class Json
{
    public static JsonElement Member(this JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) ? value : default;

    public static string Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : "";

    public static long Number(this JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetInt64() : -1;

    public static bool IsTrue(this JsonElement element) => element.ValueKind == JsonValueKind.True;

    public static IReadOnlyList<JsonElement> List(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [];
}
