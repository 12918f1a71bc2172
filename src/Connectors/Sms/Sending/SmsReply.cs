using System.Net;
using System.Text.Json;
using MultiLine.Connectors.WhatsApp;

namespace MultiLine.Connectors.Sms.Sending;

/// <summary>Concludes from a reply what became of a message. Source: https://www.twilio.com/docs/messaging/api/message-resource</summary>
internal static class SmsReply
{
    public static SmsOutcome Read(HttpStatusCode status, byte[] body, Deferrals earlier)
    {
        var (sid, code) = Parse(body);
        return (int)status switch
        {
            >= 200 and < 300 => sid is { Length: > 0 }
                ? new SmsOutcome.Accepted(sid)
                : new SmsOutcome.Unknown(UnknownReason.UnreadableReply, ProviderCode: null),
            429 => new SmsOutcome.TryAgain(SmsErrors.TooMany.After(earlier.For(code)), code),
            >= 400 and < 500 when code is { } refusal => Refused(refusal, earlier),
            >= 500 when code is not null => new SmsOutcome.Unknown(UnknownReason.ProviderError, code),
            _ => new SmsOutcome.Unknown(UnknownReason.UnreadableReply, code),
        };
    }

    private static SmsOutcome Refused(int code, Deferrals earlier) => (SmsErrors.For(code)?.Handling ?? SmsHandling.Refuse) switch
    {
        SmsHandling.TryAgain => new SmsOutcome.TryAgain(SmsErrors.TooMany.After(earlier.For(code)), code),
        SmsHandling.Unknown => new SmsOutcome.Unknown(UnknownReason.ProviderError, code),
        SmsHandling.PauseNumber => new SmsOutcome.NumberPaused(code),
        var handling => new SmsOutcome.Refused(code, handling),
    };

    private static (string? Sid, int? Code) Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return (json.RootElement.Text("sid"), json.RootElement.Number("code"));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }
}
