using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>A contract as text, to be compared with all that it holds, lists included, and to be read by people.</summary>
internal static class Readable
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(object contract) => JsonSerializer.Serialize(contract, contract.GetType(), Options);

    /// <summary>Whether all that was written is there, whatever has come to be since.</summary>
    public static bool Holds(JsonNode? today, JsonNode? written) => (today, written) switch
    {
        (JsonObject now, JsonObject then) => then.All(member => now.ContainsKey(member.Key) && Holds(now[member.Key], member.Value)),
        (JsonArray now, JsonArray then) => now.Count == then.Count && now.Zip(then).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(today, written),
    };
}
