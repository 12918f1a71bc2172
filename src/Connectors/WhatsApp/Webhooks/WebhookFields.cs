using System.Text.Json;
using MultiLine.Connectors.WhatsApp.Webhooks.Accounts;
using MultiLine.Connectors.WhatsApp.Webhooks.Calls;
using MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;
using MultiLine.Connectors.WhatsApp.Webhooks.Numbers;
using MultiLine.Connectors.WhatsApp.Webhooks.Templates;

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
            ("errors", ProviderError),
            ("user_actions", (action, place) => [place.Unhandled(action, UnhandledReason.NotUsed)])),
        Lists(
            "calls",
            "Goes to the conversation with the caller; a call from the contact opens or extends the session. Recording and transcript are shown with it.",
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
            "Recorded in the conversation; after a stop no marketing template is taken until the contact resumes.",
            ("user_preferences", (preference, place) => [ContactNewsReader.ReadPreference(preference, place)])),
        Whole(
            "message_template_status_update",
            "The template's status in the catalogue, with the reviewer's words and the name of a pause.",
            TemplateReader.ReadStatus),
        Whole("message_template_quality_update", "The template's quality in the catalogue.", TemplateReader.ReadQuality),
        Whole("message_template_components_update", "The catalogue is read from Meta again.", TemplateReader.ReadComponents),
        Whole(
            "template_category_update",
            "The template's category in the catalogue, or the one that it is going to have and from when.",
            TemplateReader.ReadCategory),
        Whole(
            "phone_number_quality_update",
            "Shown to administrators and operators: the number's limit, throughput, and whether it is flagged.",
            NumberReader.ReadQuality),
        Whole("phone_number_name_update", "Shown to administrators and operators: the decision on the number's name.", NumberReader.ReadName),
        Whole("business_username_updates", "Shown to administrators and operators: the number's username and its status.", NumberReader.ReadUsername),
        Whole(
            "account_update",
            "Shown to administrators and operators: restrictions with their end, violations, bans, and the last of each other event.",
            AccountReader.ReadUpdate),
        Whole("account_review_update", "Shown to administrators and operators: the decision of the account's review.", AccountReader.ReadReview),
        Whole("account_alerts", "Shown to administrators and operators: the last alerts.", AccountReader.ReadAlert),
        Whole("business_capability_update", "Shown to administrators and operators: what the business may do in a day.", AccountReader.ReadCapability),
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
        [place.Unhandled(error, UnhandledReason.ProviderError) with { ProviderCode = error.Number("code") }];
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
internal sealed record ChangePlace(JsonElement Entry, ReadOnlyMemory<byte> Raw, WebhookOrigin Origin)
{
    /// <summary>Whose entry it is: as a rule the WhatsApp business account.</summary>
    public string? EntryId => Entry.Id("id");

    /// <summary>The provider's time of what the entry says, if it says.</summary>
    public DateTimeOffset? Time => Entry.UnixTime("time");

    public UnhandledItem Unhandled(string reason) => new(reason) { Raw = Raw, Origin = Origin };
}
