namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// A message from a contact to one of our numbers. At least one of <see cref="FromPhone"/> and <see cref="FromUserId"/> is there.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
/// </summary>
public sealed record InboundMessage : WebhookItem
{
    /// <summary>Meta's id of our number.</summary>
    public required string PhoneNumberId { get; init; }

    public required string Wamid { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    public required InboundContent Content { get; init; }

    /// <summary>E.164 with plus sign.</summary>
    public string? FromPhone { get; init; }

    /// <summary>The business-scoped user id.</summary>
    public string? FromUserId { get; init; }

    /// <summary>The user id that a group of linked businesses shares.</summary>
    public string? FromParentUserId { get; init; }

    public string? ProfileName { get; init; }

    public string? Username { get; init; }

    /// <summary>The message (wamid) that this one quotes or whose button was tapped. May be missing even after a tap.</summary>
    public string? ContextMessageId { get; init; }

    /// <summary>
    /// Whether the contact wrote, which opens or extends the session. Reactions, edits, deletions and notices of the system don't;
    /// neither does an unsupported message, because edits arrive as such.
    /// </summary>
    public bool OpensSession => Content is not InboundContent.Other
    {
        Type: "system" or "reaction" or "edit" or "revoke" or "request_welcome" or "unsupported" or "unknown"
    };
}

/// <summary>What a contact sent.</summary>
public abstract record InboundContent
{
    private InboundContent() { }

    public sealed record Text(string Body) : InboundContent;

    /// <summary>The tap on a quick-reply button of a template.</summary>
    /// <param name="Payload">What was sent along with the template; else the same as <paramref name="Label"/>.</param>
    /// <param name="Label">What the button says.</param>
    public sealed record Button(string Payload, string Label) : InboundContent;

    /// <summary>The tap on a button under an interactive message.</summary>
    public sealed record ButtonReply(string Id, string Title) : InboundContent;

    /// <summary>Everything else: the content stays in <see cref="WebhookItem.Raw"/>.</summary>
    /// <param name="Type">Meta's type, for example <c>image</c>; for interactive replies <c>interactive.list_reply</c> and so on.</param>
    public sealed record Other(string Type) : InboundContent;
}
