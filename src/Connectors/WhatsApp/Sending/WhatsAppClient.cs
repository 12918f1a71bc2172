using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MultiLine.Connectors.WhatsApp.Sending;

/// <summary>
/// Sends messages through the WhatsApp Cloud API and says what is known afterwards. It never repeats a call by itself: the API has no
/// idempotency key, so a repetition might reach the contact twice.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
/// </summary>
public sealed class WhatsAppClient(GraphApi graph, ILogger<WhatsAppClient> log)
{
    /// <summary>Hands a message to the provider. Failures of any kind come back as an outcome.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; as after a crash, nothing is known then.</exception>
    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var body = JsonSerializer.SerializeToUtf8Bytes(SendRequest.From(message), SendJson.Default.SendRequest);
        var reply = await graph.CallAsync(HttpMethod.Post, MessagesOf(message.PhoneNumberId), body, cancellationToken);
        var outcome = SendOutcomeReader.Read(reply, message.Earlier);
        Log(message, outcome);
        return outcome;
    }

    /// <summary>
    /// Shows the contact that a message and all before it were read, and, if wished, that an answer is being typed (for 25 seconds at most).
    /// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
    /// </summary>
    /// <returns>Whether the provider took it. Safe to repeat.</returns>
    public async Task<bool> MarkReadAsync(string phoneNumberId, string wamid, bool typing, CancellationToken cancellationToken)
    {
        var mark = new ReadMark(wamid, typing ? new WireTyping("text") : null);
        var body = JsonSerializer.SerializeToUtf8Bytes(mark, SendJson.Default.ReadMark);
        var reply = await graph.CallAsync(HttpMethod.Post, MessagesOf(phoneNumberId), body, cancellationToken);
        if (reply is GraphReply.Success) return true;
        log.ReadMarkFailed(phoneNumberId, (reply as GraphReply.Refusal)?.Error.Code);
        return false;
    }

    private static string MessagesOf(string phoneNumberId) => $"{Uri.EscapeDataString(phoneNumberId)}/messages";

    private void Log(OutboundMessage message, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Refused refused:
                log.SendRefused(message.CallbackData, refused.ProviderCode, refused.Handling);
                break;
            case SendOutcome.TryAgain again:
                log.SendPutOff(message.CallbackData, again.ProviderCode, again.After);
                break;
            case SendOutcome.NumberPaused paused:
                log.NumberPaused(message.PhoneNumberId, paused.ProviderCode, paused.BusinessInitiatedOnly);
                break;
            case SendOutcome.Unknown unknown:
                log.SendUnknown(message.CallbackData, unknown.Reason, unknown.ProviderCode);
                break;
        }
    }
}
