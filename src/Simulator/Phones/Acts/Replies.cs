using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>A row chosen from a list that the business sent.</summary>
internal sealed record ListReply(string? Id, string? Title, string? Description, string? ReplyTo) : IContactAct
{
    string? IContactAct.About => ReplyTo;

    string? IContactAct.Flaw => Id is { Length: > 0 } && Title is { Length: > 0 } ? null : "'id' and 'title' must not be empty.";

    ContactMessage IContactAct.Compose(Message? about) => Compose();

    public static ContactMessage To(string asked, BubbleRow row) => new ListReply(row.Id, row.Title, row.Description, asked).Compose();

    private ContactMessage Compose() =>
        Reply.Of("list_reply", ContactMessage.WireForm(new { Id, Title, Description }), Title!, ReplyTo);
}

/// <summary>The answer to a flow; <paramref name="ResponseJson"/> is text, and may be anything.</summary>
internal sealed record FlowReply(string? ResponseJson, string? Body, string? Name, string? ReplyTo) : IContactAct
{
    string? IContactAct.About => ReplyTo;

    string? IContactAct.Flaw =>
        ResponseJson is null ? "'responseJson' must be given."
        : Name is null or "flow" or "address_message" ? null
        : "'name' must be 'flow' or 'address_message'.";

    ContactMessage IContactAct.Compose(Message? about) =>
        Reply.Of(
            "nfm_reply",
            ContactMessage.WireForm(new { ResponseJson, Body = Body ?? "Sent", Name = Name ?? "flow" }),
            Body ?? "Sent",
            ReplyTo
        );
}

/// <summary>Whether the business may call.</summary>
internal sealed record CallPermissionReply(string? Response, long? ExpirationTimestamp, string? ReplyTo) : IContactAct
{
    string? IContactAct.About => ReplyTo;

    string? IContactAct.Flaw => Response is "accept" or "reject" ? null : "'response' must be 'accept' or 'reject'.";

    ContactMessage IContactAct.Compose(Message? about) =>
        Reply.Of(
            "call_permission_reply",
            ContactMessage.WireForm(new { Response, ExpirationTimestamp, ResponseSource = "user_action" }),
            Response == "accept" ? "Calls allowed" : "Calls not allowed",
            ReplyTo
        );
}

internal static class Reply
{
    public static ContactMessage Of(string kind, JsonNode content, string shown, string? replyTo) =>
        new("interactive", new JsonObject { ["type"] = kind, [kind] = content }, new Bubble(shown)) { ReplyTo = replyTo };
}
