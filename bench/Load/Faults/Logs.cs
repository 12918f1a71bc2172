using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Faults;

/// <summary>Logs as a compliance officer reads them.</summary>
internal static class Logs
{
    /// <summary>The stored events, oldest first, each with its place.</summary>
    public static async Task<List<JsonNode>> ReadLogAsync(this HttpClient officer, string contact)
    {
        List<JsonNode> events = [];
        var after = "0";
        while (after is not null)
        {
            var page = (await officer.GetFromJsonAsync<JsonNode>($"lines/main/threads/{contact}/log?after={after}&limit=200"))!;
            events.AddRange(page["items"]!.AsArray().Select(Event));
            after = (string?)page["next"];
        }

        return events;
    }

    private static JsonNode Event(JsonNode? entry)
    {
        var e = entry!["event"]!.DeepClone();
        e["version"] = (long)entry["version"]!;
        return e;
    }
}
