using System.Text.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Clients.Tests.Harness;

/// <summary>A client that sends through the simulator.</summary>
internal sealed class Client(string name, RunningSimulator simulator)
{
    public const string Version = "v25.0";

    /// <summary>Sends what must be accepted; answers with the id of the message.</summary>
    public async Task<string> SendAsync(string ability, object input)
    {
        var sent = await CallAsync(ability, input);
        return (string?)sent["id"] ?? throw new InvalidOperationException($"{name} was told at {ability}: {sent.ToJsonString()}");
    }

    /// <param name="ability">One of those at the end of the scripts.</param>
    /// <param name="input">Added to what every call needs; the same members are replaced.</param>
    public Task<JsonNode> CallAsync(string ability, object input)
    {
        var all = ToObject(
            new
            {
                address = simulator.Graph.BaseAddress!.GetLeftPart(UriPartial.Authority),
                version = Version,
                token = RunningSimulator.Token,
                secret = RunningSimulator.Secret,
                number = RunningSimulator.NumberId,
                account = RunningSimulator.WabaId,
            }
        );
        foreach (var (key, value) in ToObject(input))
            all[key] = value?.DeepClone();
        return Script.RunAsync(name, ability, all);
    }

    private static JsonObject ToObject(object value) => JsonSerializer.SerializeToNode(value)!.AsObject();
}
