using System.Net;
using System.Text.Json;

namespace MultiLine.Walkthrough.Product;

/// <summary>What came back from a request.</summary>
internal sealed record Answer(string Request, HttpStatusCode Status, string? MediaType, JsonElement Body)
{
    private const int Width = 150;

    /// <summary>A property of the body; undefined where it has none of this name.</summary>
    public JsonElement this[string property] => Body.Member(property);

    /// <summary>The entries of a page.</summary>
    public IReadOnlyList<JsonElement> Items => this["items"].List();

    public override string ToString()
    {
        var line = $"{Request} → {(int)Status} {Summary}";
        return line.Length <= Width ? line : $"{line[..(Width - 1)]}…";
    }

    private string Summary => Body.ValueKind switch
    {
        JsonValueKind.Object => string.Join(", ", Body.EnumerateObject().Select(Show).OfType<string>()),
        JsonValueKind.Array => $"{Body.GetArrayLength()} entries",
        _ => "",
    };

    /// <summary>What a problem document repeats of the status line is left out, and so is what is empty.</summary>
    private static string? Show(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Object => null,
        _ when property.Name is "type" or "title" => null,
        JsonValueKind.Array => $"{property.Name}: {property.Value.GetArrayLength()}",
        JsonValueKind.String => $"{property.Name}: “{property.Value.GetString()}”",
        _ => $"{property.Name}: {property.Value}",
    };
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
