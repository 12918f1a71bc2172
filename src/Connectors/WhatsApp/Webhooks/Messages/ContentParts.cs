namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

public enum MediaKind
{
    Image,
    Video,
    Audio,

    /// <summary>A recording made in the chat.</summary>
    Voice,
    Document,
    Sticker,
}

/// <summary>
/// A file that Meta holds for seven days.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
/// </summary>
/// <param name="Id">By which the file is fetched.</param>
public sealed record MediaObject(string Id)
{
    public string? MimeType { get; init; }

    /// <summary>SHA-256 of the bytes, in Base64 as Meta has it.</summary>
    public string? Sha256 { get; init; }

    public string? Caption { get; init; }

    /// <summary>As the contact's phone names it.</summary>
    public string? FileName { get; init; }

    /// <summary>Of a sticker.</summary>
    public bool Animated { get; init; }

    /// <summary>Where the bytes are for five minutes, for the holder of the access token.</summary>
    public string? Url { get; init; }
}

/// <param name="Name">As the card shows it.</param>
public sealed record SharedContact(string Name)
{
    public IReadOnlyList<SharedPhone> Phones { get; init; } = [];

    public IReadOnlyList<string> Emails { get; init; } = [];

    public string? Company { get; init; }

    /// <summary>The contact's own card, given because we asked for it.</summary>
    public bool OnRequest { get; init; }
}

/// <param name="Number">As the card has it: not checked, not normalised.</param>
/// <param name="WhatsAppNumber">E.164, where the number is on WhatsApp.</param>
/// <param name="Kind">For example <c>MOBILE</c>.</param>
public sealed record SharedPhone(string Number, string? WhatsAppNumber, string? Kind);

/// <param name="ProductId">The business's own id of the product.</param>
/// <param name="Quantity">How many; null where that can't be read.</param>
/// <param name="Price">For one, as Meta writes it.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record OrderItem(string ProductId, int? Quantity, string? Price, string? Currency);
