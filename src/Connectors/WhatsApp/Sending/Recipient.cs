namespace MultiLine.Connectors.WhatsApp.Sending;

/// <summary>
/// Whom a message is for. A contact who uses a username may be known by the business-scoped user id (BSUID) alone,
/// so either can stand here. Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
/// </summary>
public abstract record Recipient
{
    private Recipient() { }

    /// <param name="E164">With plus sign and country code. Without them Meta would prepend the country code of our own number.</param>
    public sealed record Phone(string E164) : Recipient;

    /// <param name="Id">The BSUID, for example <c>US.13491208655302741918</c>.</param>
    public sealed record UserId(string Id) : Recipient;
}
