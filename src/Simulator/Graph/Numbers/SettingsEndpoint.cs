using System.Text.Json.Nodes;
using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary><c>/{phone-number-id}/settings</c>: calls, encryption, where data is stored, notices of a changed identity.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings"/></remarks>
internal static class SettingsEndpoint
{
    private static readonly string[] Known = ["calling", "payload_encryption", "storage_configuration", "user_identity_change"];

    public static IResult Get(string id, HttpRequest http, BusinessNumbers numbers, NumberStates states) =>
        numbers.Find(id) is null
            ? GraphErrors.UnknownObject(http.Method, id).ToResult()
            : GraphJson.Reply(Merge(Defaults(), states.Of(id).Settings));

    public static async Task<IResult> PostAsync(string id, HttpRequest http, BusinessNumbers numbers, NumberStates states)
    {
        if (numbers.Find(id) is null)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<JsonObject>(http)).IsRefused(out var refusal, out var changes))
            return refusal.ToResult();
        if (changes.Select(change => change.Key).FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
            return GraphErrors.InvalidParameter($"Unexpected key or value at $.{unknown}.").ToResult();
        if (changes.FirstOrDefault(change => change.Value is not JsonObject).Key is { } notObject)
            return GraphErrors.InvalidParameter($"Unexpected key or value at $.{notObject}.").ToResult();

        if (changes["storage_configuration"] is JsonObject storage)
            changes["storage_configuration"] = InCountry(storage);
        states.Change(id, state => state with { Settings = Merge(state.Settings, changes) });
        return GraphJson.Success;
    }

    private static JsonObject Defaults() =>
        new()
        {
            ["calling"] = new JsonObject { ["status"] = "disabled", ["call_icon_visibility"] = "visible" },
            ["payload_encryption"] = new JsonObject { ["status"] = "disabled" },
            ["storage_configuration"] = new JsonObject { ["status"] = "default" },
        };

    /// <summary>Is set and shown with different members.</summary>
    private static JsonObject InCountry(JsonObject asked) =>
        asked["enabled"]?.GetValueKind() == System.Text.Json.JsonValueKind.True
            ? new JsonObject { ["status"] = "in_country_storage_enabled", ["data_localization_region"] = asked["region"]?.DeepClone() }
            : new JsonObject { ["status"] = "default" };

    private static JsonObject Merge(JsonObject into, JsonObject changes)
    {
        var merged = into.DeepClone().AsObject();
        foreach (var (key, value) in changes)
            merged[key] = value is JsonObject inner && merged[key] is JsonObject known ? Merge(known, inner) : value?.DeepClone();
        return merged;
    }
}
