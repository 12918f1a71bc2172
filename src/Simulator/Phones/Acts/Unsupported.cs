using System.Text.Json.Nodes;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>Something that the Cloud API can't show, such as a poll.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported"/></remarks>
internal sealed record Unsupported(string? Type) : IContactAct
{
    string? IContactAct.Flaw => Type is null or { Length: > 0 } ? null : "'type' must not be empty.";

    ContactMessage IContactAct.Compose(Message? about) =>
        new("unsupported", Type is null ? null : new JsonObject { ["type"] = Type }, new Bubble(Type ?? "unsupported"))
        {
            Errors =
            [
                new JsonObject
                {
                    ["code"] = 131051,
                    ["title"] = "Message type unknown",
                    ["message"] = "Message type unknown",
                    ["error_data"] = new JsonObject { ["details"] = "Message type is currently not supported." },
                },
            ],
        };
}
