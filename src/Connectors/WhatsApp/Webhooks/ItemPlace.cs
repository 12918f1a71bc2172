using System.Text;
using System.Text.Json;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Where an item of a list stands, and what it shares with the others there.</summary>
/// <param name="Number">Meta's id of our number.</param>
/// <param name="Contacts">The people whom the value names.</param>
/// <param name="Origin">By which a webhook with this item alone can be written.</param>
/// <param name="Raw">The bytes of an element as they came.</param>
internal sealed record ItemPlace(
    string Number, IReadOnlyList<WebhookContact> Contacts, WebhookOrigin Origin, Func<JsonElement, ReadOnlyMemory<byte>> Raw)
{
    /// <summary>The place of an item that names its contact itself.</summary>
    public ItemPlace WithoutContacts => this with { Origin = Origin with { Contacts = default } };

    public ItemPlace With(WebhookContact? contact) =>
        contact is null ? this : this with { Origin = Origin with { Contacts = contact.AsList() } };

    /// <summary>The place of a message in a thread of the history.</summary>
    public ItemPlace InThread(JsonElement thread)
    {
        byte[] before = [.. "{\"threads\":[{"u8, .. Named("id"), .. Named("context"), .. "\"messages\":["u8];
        return this with { Origin = Origin with { Nest = (before, "]}]}"u8.ToArray()) } };

        byte[] Named(string name) => thread.Member(name) is { ValueKind: not JsonValueKind.Undefined } member
            ? [(byte)'"', .. Encoding.ASCII.GetBytes(name), (byte)'"', (byte)':', .. Raw(member).Span, (byte)',']
            : [];
    }

    /// <summary>The person whom an item is about, among those that the value names.</summary>
    /// <param name="item">The item.</param>
    /// <param name="phoneMember">Its member with the phone number.</param>
    /// <param name="userId">The person's user id, where the item says.</param>
    public WebhookContact? OnlyContact(JsonElement item, string phoneMember, string? userId) =>
        WebhookContact.Of(item.Text(phoneMember), userId, Contacts);

    public UnhandledItem Unhandled(JsonElement item, string reason) => new(reason, Number) { Raw = Raw(item), Origin = Origin };
}
