using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

/// <summary>One of <c>value.contacts</c>: who the people behind the messages are.</summary>
internal sealed record WebhookContact(string? Phone, string? UserId, string? ParentUserId, string? ProfileName, string? Username)
{
    private ReadOnlyMemory<byte> Raw { get; init; }

    public static IReadOnlyList<WebhookContact> ReadAll(JsonElement value, Func<JsonElement, ReadOnlyMemory<byte>> raw) =>
        [.. value.ListOf("contacts").Select(contact => Read(contact) with { Raw = raw(contact) })];

    /// <summary>The contact who sent the message.</summary>
    public static WebhookContact? SenderOf(JsonElement message, IReadOnlyList<WebhookContact> contacts) =>
        Of(message.Text("from"), message.Text("from_user_id"), contacts);

    /// <summary>The one with the same user id or number; or the only one there is, if nothing says otherwise.</summary>
    /// <param name="number">As Meta writes it; a user id may stand in its place.</param>
    /// <param name="id">The user id.</param>
    /// <param name="contacts">Among these.</param>
    public static WebhookContact? Of(string? number, string? id, IReadOnlyList<WebhookContact> contacts)
    {
        var phone = WireIdentity.Phone(number);
        var userId = WireIdentity.UserId(id) ?? WireIdentity.UserIdInPlaceOfPhone(number);
        return contacts.FirstOrDefault(contact => userId is not null && contact.UserId == userId)
            ?? contacts.FirstOrDefault(contact => phone is not null && contact.Phone == phone && Agree(contact.UserId, userId))
            ?? (contacts is [var only] && Agree(only.Phone, phone) && Agree(only.UserId, userId) ? only : null);
    }

    /// <summary>This contact alone, as the JSON of <c>contacts</c>.</summary>
    public ReadOnlyMemory<byte> AsList() => (byte[])[(byte)'[', .. Raw.Span, (byte)']'];

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;

    private static WebhookContact Read(JsonElement contact)
    {
        var waId = contact.Text("wa_id");
        var profile = contact.Member("profile");
        return new WebhookContact(
            WireIdentity.Phone(waId),
            WireIdentity.UserId(contact.Text("user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(waId),
            WireIdentity.UserId(contact.Text("parent_user_id")),
            profile.Text("name"),
            profile.Text("username"));
    }
}
