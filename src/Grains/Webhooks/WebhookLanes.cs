using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Accounts;
using MultiLine.Connectors.WhatsApp.Webhooks.Calls;
using MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;
using MultiLine.Connectors.WhatsApp.Webhooks.Templates;

namespace MultiLine.Grains.Webhooks;

/// <summary>
/// What of one webhook has to stay in order: whatever is about one contact, by whichever of its names, or about one template or account.
/// Everything else goes side by side.
/// </summary>
internal static class WebhookLanes
{
    public static IReadOnlyList<IReadOnlyList<WebhookItem>> Of(IReadOnlyList<WebhookItem> items)
    {
        if (items.Count == 1)
        {
            return [items];
        }

        // Items that share a name are in one lane, and so are those that share one with any of these.
        var lanes = Enumerable.Range(0, items.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < items.Count; index++)
        {
            foreach (var name in Names(items[index]))
            {
                lanes[Root(lanes, index)] = Root(lanes, first.TryGetValue(name, out var other) ? other : first[name] = index);
            }
        }

        return [.. Enumerable.Range(0, items.Count).GroupBy(index => Root(lanes, index), index => items[index]).Select(lane => lane.ToList())];
    }

    private static int Root(int[] lanes, int index)
    {
        while (lanes[index] != index)
        {
            index = lanes[index] = lanes[lanes[index]];
        }

        return index;
    }

    private static IEnumerable<string> Names(WebhookItem item) => item switch
    {
        InboundMessage { Content: InboundContent.System system } message =>
            Contact(message.PhoneNumberId, message.FromPhone, message.FromUserId, system.Phone, system.UserId),
        InboundMessage message => Contact(message.PhoneNumberId, message.FromPhone, message.FromUserId),
        MessageEcho echo => Contact(echo.PhoneNumberId, echo.ToPhone, echo.ToUserId),
        HistoryMessage message => Contact(message.PhoneNumberId, message.Phone, message.UserId),
        CallEvent call => Contact(call.PhoneNumberId, call.Phone, call.UserId, call.CallId),
        CallStatus status => Contact(status.PhoneNumberId, status.RecipientPhone, status.RecipientUserId, status.CallId),
        AddressBookEntry entry => Contact(entry.PhoneNumberId, entry.Phone, entry.UserId),
        UserPreference preference => Contact(preference.PhoneNumberId, preference.Phone, preference.UserId),
        UserIdUpdate update => Contact(update.PhoneNumberId, update.Phone, update.Previous, update.Current),
        MessageStatus status => Contact(status.PhoneNumberId, status.RecipientPhone, status.RecipientUserId, status.Wamid),
        TemplateNotice notice => [$"{notice.WabaId}/{notice.TemplateId}"],
        AccountNotice notice => [$"{notice.WabaId}/"],
        _ => ["raw"],
    };

    private static IEnumerable<string> Contact(string number, params string?[] names) =>
        names.OfType<string>().Select(name => $"{number}/{name}");
}
