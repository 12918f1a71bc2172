using System.Globalization;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Connectors.Sms.Webhooks;

/// <summary>Reads what the SMS provider posts. Fields that we don't know do no harm: it adds some without notice.</summary>
public static class SmsWebhook
{
    /// <summary>A webhook as one form that can be kept and read again: the attempt is not in the body but in the address.</summary>
    public static byte[] Join(ReadOnlySpan<byte> body, ReadOnlySpan<byte> query) => query.IsEmpty ? body.ToArray() : [.. body, (byte)'&', .. query];

    /// <param name="webhook">Body and query, see <see cref="Join"/>.</param>
    public static SmsItem Parse(ReadOnlySpan<byte> webhook)
    {
        var form = SmsForm.Parse(webhook);
        var sid = form["MessageSid"] ?? form["SmsSid"];
        var raw = form.ToJson();
        return sid is null ? new UnhandledSms(UnhandledReason.Malformed) { Raw = raw }
            : form["MessageStatus"] is { } word ? Status(form, sid, word, raw)
            : Inbound(form, sid, raw);
    }

    private static SmsItem Inbound(SmsForm form, string sid, byte[] raw)
    {
        if (Phone(form["To"]) is not { } number) return new UnhandledSms(UnhandledReason.NoPhoneNumberId) { Raw = raw };
        if (Phone(form["From"]) is not { } from) return new UnhandledSms(UnhandledReason.NoSender) { Raw = raw };
        return new InboundSms
        {
            Sid = sid,
            Number = number,
            From = from,
            Text = form["Body"] ?? "",
            MediaCount = Number(form["NumMedia"]) ?? 0,
            OptOut = form["OptOutType"] switch { "STOP" => OptOut.Stop, "START" => OptOut.Start, "HELP" => OptOut.Help, _ => null },
            Raw = raw,
        };
    }

    private static SmsItem Status(SmsForm form, string sid, string word, byte[] raw)
    {
        if (Phone(form["From"]) is not { } number) return new UnhandledSms(UnhandledReason.NoPhoneNumberId) { Raw = raw };
        if (Delivery(word) is not { } status) return new UnhandledSms(UnhandledReason.UnknownStatus) { Raw = raw };
        return new SmsStatus
        {
            Sid = sid,
            Number = number,
            Status = status,
            Word = word,
            AttemptId = form[SmsPaths.Attempt],
            ErrorCode = Number(form["ErrorCode"]),
            Raw = raw,
        };
    }

    /// <summary>That it is queued says that the provider has it, which is what sent means here.</summary>
    private static SmsDelivery? Delivery(string word) => word switch
    {
        "accepted" or "scheduled" or "queued" or "sending" or "sent" => SmsDelivery.Sent,
        "delivered" or "partially_delivered" => SmsDelivery.Delivered,
        "read" => SmsDelivery.Read,
        "undelivered" or "failed" or "canceled" => SmsDelivery.Failed,
        _ => null,
    };

    /// <summary>Short codes and names can't be answered: no contact has them.</summary>
    private static string? Phone(string? text) => text is ['+', ..] ? WireIdentity.Phone(text) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
