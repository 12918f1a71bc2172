namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

/// <summary>
/// A message from a contact to one of our numbers. At least one of <see cref="FromPhone"/> and <see cref="FromUserId"/> is there.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
/// </summary>
public sealed record InboundMessage : WebhookItem
{
    /// <summary>Meta's id of our number.</summary>
    public required string PhoneNumberId { get; init; }

    /// <summary>Meta's id of the message; of a voicemail that of the call, <c>wacid.…</c>.</summary>
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

    public Forwarding Forwarding { get; init; }

    /// <summary>The product of the business's catalogue that the contact asks about.</summary>
    public ReferredProduct? Product { get; init; }

    /// <summary>The advertisement from which the contact came.</summary>
    public AdReferral? Referral { get; init; }

    /// <summary>The contact spoke it on the voicemail of a call that nobody took.</summary>
    public bool IsVoicemail => Content is InboundContent.Media { Kind: MediaKind.Audio or MediaKind.Voice } && Wamid.StartsWith("wacid.", StringComparison.Ordinal);

    /// <summary>Whether the contact wrote, which opens or extends the session.</summary>
    public bool OpensSession => Content.OpensSession;
}

public enum Forwarding
{
    None,
    Forwarded,

    /// <summary>Forwarded many times.</summary>
    Often,
}

/// <param name="CatalogId">Meta's id of the catalogue.</param>
/// <param name="ProductId">The business's own id of the product.</param>
public sealed record ReferredProduct(string? CatalogId, string? ProductId);

/// <param name="Url">Where the advertisement is.</param>
/// <param name="Id">Meta's id of it.</param>
/// <param name="Kind"><c>ad</c> or <c>post</c>.</param>
/// <param name="Headline">Its heading.</param>
/// <param name="Body">Its text.</param>
/// <param name="ClickId">Meta's id of the click.</param>
public sealed record AdReferral(string? Url, string? Id, string? Kind, string? Headline, string? Body, string? ClickId);
