using System.Text.Json;
using MultiLine.Connectors.WhatsApp.Webhooks.Calls;
using MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// Every field of a webhook that Meta documents, and what is done on it. A field that stands here without readers is kept raw.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference
/// </summary>
public static class WebhookFields
{
    public static IReadOnlyList<WebhookField> All { get; } =
    [
        Lists(
            "messages",
            "Messages go to the conversation with their sender, statuses to the message they are about.",
            ("messages", InboundMessage),
            ("statuses", (status, place) => [MessageStatusReader.Read(status, place.WithoutContacts)]),
            ("errors", ProviderError)),
        Lists(
            "calls",
            "Goes to the conversation with the caller; a call from the contact opens or extends the session.",
            ("calls", (call, place) => [CallReader.ReadEvent(call, place)]),
            ("statuses", (status, place) => [CallReader.ReadStatus(status, place.WithoutContacts)]),
            ("errors", ProviderError)),
        Lists(
            "smb_message_echoes",
            "What somebody sent out of the WhatsApp Business app enters the conversation and the archive as sent.",
            ("message_echoes", (echo, place) => [CoexistenceReader.ReadEcho(echo, place.WithoutContacts)])),
        Lists(
            "history",
            "Messages from before the number was connected enter the conversation; they neither open a session nor say anything about consent.",
            ("history", (chunk, place) => CoexistenceReader.ReadHistory(chunk, place.WithoutContacts))),
        Lists(
            "smb_app_state_sync",
            "Names a contact that has no name yet.",
            ("state_sync", (entry, place) => [CoexistenceReader.ReadAddressBook(entry, place.WithoutContacts)])),
        Lists(
            "user_id_update",
            "The contact is known by the new user id.",
            ("user_id_update", (update, place) => [ContactNewsReader.ReadUserId(update, place)])),
        Lists(
            "user_preferences",
            "Recorded in the conversation; after a stop no marketing template is sent until the contact resumes.",
            ("user_preferences", (preference, place) => [ContactNewsReader.ReadPreference(preference, place)])),
        Whole(
            "message_template_status_update",
            "The template's status in the catalogue, with the reviewer's words.",
            (value, change) => TemplateStatusReader.Read(value, change.Entry, change.Raw, change.Origin)),
        .. KeptRaw(
            "account_settings_update", "automatic_events", "flows", "group_lifecycle_update", "group_participants_update",
            "group_settings_update", "group_status_update", "message_echoes", "messaging_handovers", "partner_solutions",
            "payment_configuration_update", "security", "standby", "template_correct_category_detection"),
    ];

    private static readonly Dictionary<string, WebhookField> ByName = All.ToDictionary(field => field.Name);

    internal static WebhookField? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    private static WebhookField Lists(string name, string effect, params (string Member, ItemReader Read)[] lists) =>
        new(name, effect) { Lists = lists.ToDictionary(list => list.Member, list => list.Read) };

    private static WebhookField Whole(string name, string effect, ChangeReader read) => new(name, effect) { Whole = read };

    private static IEnumerable<WebhookField> KeptRaw(params string[] names) =>
        names.Select(name => new WebhookField(name, "Kept raw and shown to operators."));

    private static IEnumerable<WebhookItem> InboundMessage(JsonElement message, ItemPlace place)
    {
        var contact = WebhookContact.SenderOf(message, place.Contacts);
        return [InboundMessageReader.Read(message, contact, place.With(contact))];
    }

    private static IEnumerable<WebhookItem> ProviderError(JsonElement error, ItemPlace place) =>
        [place.Unhandled(error, UnhandledReason.ProviderError)];
}

/// <param name="Name">Meta's name of it.</param>
/// <param name="Effect">What the product does on it, in a sentence.</param>
public sealed record WebhookField(string Name, string Effect)
{
    /// <summary>The readers of the lists in its value, where it has lists.</summary>
    internal IReadOnlyDictionary<string, ItemReader> Lists { get; init; } = new Dictionary<string, ItemReader>();

    /// <summary>Reads a value that is one item as a whole.</summary>
    internal ChangeReader? Whole { get; init; }

    /// <summary>It is understood; otherwise it is kept raw and shown to operators.</summary>
    public bool IsUnderstood => Whole is not null || Lists.Count > 0;
}

internal delegate IEnumerable<WebhookItem> ItemReader(JsonElement element, ItemPlace place);

internal delegate WebhookItem ChangeReader(JsonElement value, ChangePlace place);

/// <param name="Entry">The entry that the change stands in.</param>
/// <param name="Raw">The change's own bytes.</param>
/// <param name="Origin">Of the change.</param>
internal sealed record ChangePlace(JsonElement Entry, ReadOnlyMemory<byte> Raw, WebhookOrigin Origin);
