using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace MultiLine.Connectors.Tests.Support;

/// <summary>
/// Checks the structure of a body against Meta's OpenAPI document: names allowed and required, types, enumerations. Meta writes
/// inheritance as <c>allOf</c> with closed parts, which taken by the letter nothing could satisfy, so the parts are merged first.
/// </summary>
internal sealed class MetaSchema
{
    private static readonly Lazy<MetaSchema> Loaded = new(() => new MetaSchema(Path.Combine(Payloads.Folder!, "business-messaging-api_v23.0.yaml")));

    private readonly YamlMappingNode _schemas;

    private MetaSchema(string file)
    {
        using var reader = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        _schemas = (YamlMappingNode)yaml.Documents[0].RootNode["components"]["schemas"];
    }

    public static MetaSchema Load() => Loaded.Value;

    public IReadOnlyList<string> Problems(string schema, JsonNode body) => [.. Check(_schemas[schema], body, "$")];

    private IEnumerable<string> Check(YamlNode schema, JsonNode? body, string path)
    {
        var merged = new Shape();
        Merge(schema, body, merged);
        if (merged.Type is { } type && !IsOfType(body, type)) return [$"{path} is no {type}"];
        if (merged.Values is { } values && !values.Contains(body!.ToString())) return [$"{path} is none of {string.Join(", ", values)}"];
        return body switch
        {
            JsonObject members => CheckMembers(merged, members, path),
            JsonArray elements when merged.Items is { } items =>
                elements.SelectMany((element, index) => Check(items, element, $"{path}[{index}]")),
            _ => [],
        };
    }

    private IEnumerable<string> CheckMembers(Shape shape, JsonObject members, string path) =>
    [
        .. shape.Required.Where(name => !members.ContainsKey(name)).Select(name => $"{path}.{name} is missing"),
        .. members.SelectMany(member => shape.Properties.TryGetValue(member.Key, out var schemas)
            ? schemas.SelectMany(schema => Check(schema, member.Value, $"{path}.{member.Key}"))
            : shape.Closed ? [$"{path}.{member.Key} is not allowed"] : []),
    ];

    private void Merge(YamlNode node, JsonNode? body, Shape shape)
    {
        var schema = (YamlMappingNode)node;
        if (Find(schema, "$ref") is { } reference) Merge(_schemas[reference.ToString().Split('/')[^1]], body, shape);
        foreach (var part in Find(schema, "allOf") as YamlSequenceNode ?? []) Merge(part, body, shape);
        if (Chosen(schema, body) is { } chosen && !shape.Chosen.Contains(chosen))
        {
            shape.Chosen.Add(chosen);
            Merge(_schemas[chosen], body, shape);
        }

        shape.Type ??= Find(schema, "type")?.ToString();
        shape.Items ??= Find(schema, "items");
        shape.Closed |= Find(schema, "additionalProperties")?.ToString() == "false";
        if (Find(schema, "enum") is YamlSequenceNode values) shape.Values = [.. values.Select(value => value.ToString())];
        shape.Required.UnionWith((Find(schema, "required") as YamlSequenceNode ?? []).Select(name => name.ToString()));
        foreach (var (name, property) in Find(schema, "properties") as YamlMappingNode ?? [])
        {
            if (!shape.Properties.TryGetValue(name.ToString(), out var schemas)) shape.Properties[name.ToString()] = schemas = [];
            schemas.Add(property);
        }
    }

    private static string? Chosen(YamlMappingNode schema, JsonNode? body)
    {
        if (Find(schema, "discriminator") is not { } discriminator) return null;
        var value = body?[discriminator["propertyName"].ToString()]?.ToString();
        return value is null ? null : Find((YamlMappingNode)discriminator["mapping"], value)?.ToString().Split('/')[^1];
    }

    private static YamlNode? Find(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out var value) ? value : null;

    private static bool IsOfType(JsonNode? node, string type) => (type, node?.GetValueKind()) is
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
        or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("integer" or "number", JsonValueKind.Number);

    private sealed class Shape
    {
        public string? Type { get; set; }

        public YamlNode? Items { get; set; }

        public bool Closed { get; set; }

        public HashSet<string>? Values { get; set; }

        public HashSet<string> Required { get; } = [];

        public HashSet<string> Chosen { get; } = [];

        public Dictionary<string, List<YamlNode>> Properties { get; } = [];
    }
}
