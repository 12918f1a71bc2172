using System.Text.Json;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;

/// <summary>Reads what comes of numbers that are used with the WhatsApp Business app as well.</summary>
internal static class CoexistenceReader
{
    /// <summary>Reads one of <c>value.message_echoes</c>.</summary>
    public static WebhookItem ReadEcho(JsonElement echo, ItemPlace place)
    {
        var to = echo.Text("to");
        var (phone, userId) = (WireIdentity.Phone(to), WireIdentity.UserId(echo.Text("to_user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(to));
        if (phone is null && userId is null) return place.Unhandled(echo, UnhandledReason.NoSender);

        return echo.TextOrNumber("id") is { } wamid && echo.UnixTime("timestamp") is { } timestamp
            ? new MessageEcho
            {
                PhoneNumberId = place.Number,
                Wamid = wamid,
                Timestamp = timestamp,
                Content = InboundContentReader.Read(echo),
                ToPhone = phone,
                ToUserId = userId,
                ContextMessageId = echo.Member("context").Text("id"),
                Raw = place.Raw(echo),
                Origin = place.Origin,
            }
            : place.Unhandled(echo, UnhandledReason.Malformed);
    }

    /// <summary>Reads one of <c>value.history</c>: each message of each thread. One that holds errors says that the history isn't shared.</summary>
    public static IEnumerable<WebhookItem> ReadHistory(JsonElement chunk, ItemPlace place)
    {
        if (chunk.Member("threads").ValueKind != JsonValueKind.Array)
        {
            yield return place.Unhandled(chunk, chunk.Member("errors").ValueKind == JsonValueKind.Array ? UnhandledReason.ProviderError : UnhandledReason.Malformed);
            yield break;
        }

        foreach (var thread in chunk.Elements("threads"))
        {
            foreach (var message in thread.Elements("messages"))
            {
                yield return ReadHistoric(message, thread, place.InThread(thread));
            }
        }
    }

    /// <summary>Reads one of <c>value.state_sync</c>.</summary>
    public static WebhookItem ReadAddressBook(JsonElement entry, ItemPlace place)
    {
        var contact = entry.Member("contact");
        var number = contact.TextOrNumber("phone_number");
        var (phone, userId) = (WireIdentity.Phone(number), WireIdentity.UserId(contact.Text("user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(number));
        if (phone is null && userId is null) return place.Unhandled(entry, UnhandledReason.NoSender);

        return entry.Text("action") is "add" or "remove" or "edit"
            ? new AddressBookEntry
            {
                PhoneNumberId = place.Number,
                Phone = phone,
                UserId = userId,
                Name = contact.Text("full_name") ?? contact.Text("first_name"),
                Removed = entry.Text("action") == "remove",
                Timestamp = entry.Member("metadata").UnixTime("timestamp"),
                Raw = place.Raw(entry),
                Origin = place.Origin,
            }
            : place.Unhandled(entry, UnhandledReason.Malformed);
    }

    private static WebhookItem ReadHistoric(JsonElement message, JsonElement thread, ItemPlace place)
    {
        var (from, to) = (message.Text("from"), message.Text("to"));
        var (threadId, context) = (thread.Text("id"), thread.Member("context"));
        // A thread is named by the contact's number; only what comes from us has a recipient.
        var fromContact = to is null && message.Text("to_user_id") is null;
        var phone = WireIdentity.Phone(threadId) ?? WireIdentity.Phone(context.Text("wa_id")) ?? WireIdentity.Phone(fromContact ? from : to);
        var userId = WireIdentity.UserId(context.Text("user_id"))
            ?? WireIdentity.UserId(message.Text(fromContact ? "from_user_id" : "to_user_id"))
            ?? WireIdentity.UserIdInPlaceOfPhone(threadId);
        if (phone is null && userId is null) return place.Unhandled(message, UnhandledReason.NoSender);

        return message.TextOrNumber("id") is { } wamid && message.UnixTime("timestamp") is { } timestamp
            ? new HistoryMessage
            {
                PhoneNumberId = place.Number,
                Wamid = wamid,
                Timestamp = timestamp,
                Content = InboundContentReader.Read(message),
                FromContact = fromContact && (phone is null || WireIdentity.Phone(from) is not { } sender || sender == phone),
                Phone = phone,
                UserId = userId,
                ContextMessageId = message.Member("context").Text("id"),
                Raw = place.Raw(message),
                Origin = place.Origin,
            }
            : place.Unhandled(message, UnhandledReason.Malformed);
    }
}
