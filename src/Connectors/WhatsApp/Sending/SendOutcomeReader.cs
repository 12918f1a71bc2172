using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Sending;

/// <summary>Concludes from a reply, or from its absence, what became of a message.</summary>
internal static class SendOutcomeReader
{
    public static SendOutcome Read(GraphReply reply, Deferrals earlier) => reply switch
    {
        GraphReply.Success success => ReadSuccess(success.Body),
        GraphReply.Refusal refusal => ReadRefusal(refusal, earlier),
        GraphReply.NotReached => new SendOutcome.TryAgain(GraphErrors.NotReached.After(earlier.For(null)), ProviderCode: null),
        GraphReply.TimedOut => new SendOutcome.Unknown(UnknownReason.TimedOut, ProviderCode: null),
        GraphReply.ConnectionLost => new SendOutcome.Unknown(UnknownReason.ConnectionLost, ProviderCode: null),
        _ => new SendOutcome.Unknown(UnknownReason.UnreadableReply, ProviderCode: null),
    };

    private static SendOutcome ReadSuccess(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var message = First(json.RootElement, "messages");
            var contact = First(json.RootElement, "contacts");
            if (message.Text("id") is { Length: > 0 } wamid)
            {
                return new SendOutcome.Accepted(
                    wamid, WireIdentity.Phone(contact.Text("wa_id")), WireIdentity.UserId(contact.Text("user_id")), message.Text("message_status"));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Accepted most likely, but without the id of the message its statuses can be told by the callback data only.
        }

        return new SendOutcome.Unknown(UnknownReason.UnreadableReply, ProviderCode: null);
    }

    private static SendOutcome ReadRefusal(GraphReply.Refusal refusal, Deferrals earlier)
    {
        var error = refusal.Error;
        var rule = GraphErrors.For(error.Code);
        return (rule?.Handling ?? Undocumented(refusal)) switch
        {
            GraphHandling.TryAgain => new SendOutcome.TryAgain(rule!.Backoff!.After(earlier.For(error.Code)), error.Code) { Limit = rule.Limit },
            GraphHandling.Unknown => new SendOutcome.Unknown(UnknownReason.ProviderError, error.Code),
            GraphHandling.PauseNumber => new SendOutcome.NumberPaused(error.Code, error.Details, BusinessInitiatedOnly: false),
            GraphHandling.PauseBusinessInitiated => new SendOutcome.NumberPaused(error.Code, error.Details, BusinessInitiatedOnly: true),
            var handling => new SendOutcome.Refused(error.Code, error.Details, handling),
        };
    }

    // Of a code that isn't documented only the status is left to go by.
    private static GraphHandling Undocumented(GraphReply.Refusal refusal) =>
        refusal.Error.IsTransient || (int)refusal.Status is < 400 or >= 500 ? GraphHandling.Unknown : GraphHandling.Refuse;

    private static JsonElement First(JsonElement parent, string list) =>
        parent.Member(list) is { ValueKind: JsonValueKind.Array } elements ? elements.EnumerateArray().FirstOrDefault() : default;
}
