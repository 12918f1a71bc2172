using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>A reaction; without emoji the one that is there is taken away.</summary>
/// <param name="OmitEmoji">Whether a removal has no property <c>emoji</c> instead of an empty one: Meta does both.</param>
internal sealed record Reaction(string? MessageId, string? Emoji, bool OmitEmoji = false) : IContactAct
{
    string? IContactAct.About => MessageId;

    string? IContactAct.Flaw =>
        MessageId is not { Length: > 0 } ? "'messageId' must be given."
        : OmitEmoji && Emoji is { Length: > 0 } ? "'omitEmoji' is for a removal, without 'emoji'."
        : null;

    ContactMessage IContactAct.Compose(Message? about) =>
        new("reaction", ContactMessage.WireForm(new { MessageId, Emoji = OmitEmoji ? null : Emoji ?? "" }), new Bubble(Emoji ?? ""))
        {
            Change = message => message with { Reaction = string.IsNullOrEmpty(Emoji) ? null : Emoji },
        };
}

/// <summary>Another text for a message of the contact; told to numbers in coexistence.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/edit"/></remarks>
internal sealed record Edit(string? MessageId, string? Text) : IContactAct
{
    /// <summary>What Meta's example has for a message that answers none.</summary>
    private const string NoContext = "M0";

    string? IContactAct.About => MessageId;

    bool IContactAct.AboutOwn => true;

    string? IContactAct.Flaw => MessageId is { Length: > 0 } && Text is { Length: > 0 } ? null : "'messageId' and 'text' must be given.";

    ContactMessage IContactAct.Compose(Message? about) =>
        new(
            "edit",
            new JsonObject
            {
                ["original_message_id"] = MessageId,
                ["message"] = new JsonObject
                {
                    ["context"] = new JsonObject { ["id"] = about?.ReplyTo ?? NoContext },
                    ["type"] = "text",
                    ["text"] = new JsonObject { ["body"] = Text },
                },
            },
            new Bubble(Text!)
        )
        {
            Change = message => message with { Shown = message.Shown with { Body = Text! }, Edited = true },
        };
}

/// <summary>A message of the contact is taken back.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/revoke"/></remarks>
internal sealed record Revoke(string? MessageId) : IContactAct
{
    string? IContactAct.About => MessageId;

    bool IContactAct.AboutOwn => true;

    string? IContactAct.Flaw => MessageId is { Length: > 0 } ? null : "'messageId' must be given.";

    ContactMessage IContactAct.Compose(Message? about) => Of(about!);

    public static ContactMessage Of(Message about) =>
        new("revoke", new JsonObject { ["original_message_id"] = about.Id }, new Bubble(""))
        {
            Change = message => message with { Shown = new Bubble(""), Revoked = true },
        };
}
