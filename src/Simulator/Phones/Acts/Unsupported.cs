using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>Something that reaches the Cloud API without content: a poll, a file that is too large, a message that isn't there yet.</summary>
/// <param name="Type">What it was, such as <c>poll_creation</c>.</param>
/// <param name="Code">131051 (unknown type) if left out, 131052 (the file can't be downloaded) or 131060 (not available now).</param>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported"/></remarks>
internal sealed record Unsupported(string? Type, int? Code) : IContactAct
{
    private static readonly Dictionary<int, (string Title, string Details)> Errors = new()
    {
        [131051] = ("Message type unknown", "Message type is currently not supported."),
        [131052] = ("Media download error", "Unable to download the media sent by the user."),
        [131060] = ("This message is unavailable", "This message is currently unavailable."),
    };

    string? IContactAct.Flaw =>
        Type is "" ? "'type' must not be empty."
        : Errors.ContainsKey(Code ?? 131051) ? null
        : $"'code' must be one of {string.Join(", ", Errors.Keys)}.";

    ContactMessage IContactAct.Compose(Message? about)
    {
        var code = Code ?? 131051;
        var (title, details) = Errors[code];
        return new ContactMessage("unsupported", Type is null ? null : new JsonObject { ["type"] = Type }, new Bubble(Type ?? title))
        {
            Errors =
            [
                new JsonObject
                {
                    ["code"] = code,
                    ["title"] = title,
                    ["message"] = title,
                    ["error_data"] = new JsonObject { ["details"] = details },
                },
            ],
        };
    }
}
