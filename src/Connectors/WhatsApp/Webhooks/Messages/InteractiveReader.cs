using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

/// <summary>Reads the reply to an interactive message; null where there is none, which really occurs.</summary>
internal static class InteractiveReader
{
    public static InboundContent? Read(JsonElement interactive)
    {
        var type = interactive.Text("type") ?? "";
        var reply = interactive.Member(type);
        return type switch
        {
            "button_reply" when reply.Text("id") is { } id => new InboundContent.ButtonReply(id, reply.Text("title") ?? ""),
            "list_reply" when reply.Text("id") is { } id =>
                new InboundContent.ListReply(id, reply.Text("title") ?? "", reply.Text("description")),
            "nfm_reply" when reply.ValueKind == JsonValueKind.Object =>
                new InboundContent.FlowReply(reply.Text("name"), reply.Text("body"), Response(reply.Member("response_json"))),
            "call_permission_reply" when reply.Text("response") is { } response => new InboundContent.CallPermissionReply(
                response == "accept", reply.UnixTime("expiration_timestamp"), reply.Text("response_source")),
            _ => null,
        };
    }

    /// <summary>JSON in a text; and JSON as such, should it come so.</summary>
    private static string? Response(JsonElement response) => response.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => response.Decoded(),
        _ => response.GetRawText(),
    };
}
