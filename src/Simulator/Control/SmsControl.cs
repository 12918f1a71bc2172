using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Sms;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Control;

/// <param name="To">The business's number; the first one if left out.</param>
/// <param name="Media">Makes it an MMS.</param>
internal sealed record WriteSmsRequest(string? Text = null, string? To = null, IReadOnlyList<SmsMedia>? Media = null);

/// <param name="Url">Where what contacts write is posted from now on.</param>
internal sealed record SmsCallbackRequest(string Url);

/// <summary>What a contact sees and does by SMS, and <c>/control/sms</c>: what businesses have sent.</summary>
internal static class SmsControl
{
    public static void MapSmsChats(this RouteGroupBuilder phones)
    {
        phones.MapGet("/{phone}/sms", Inbox);
        phones.MapPost("/{phone}/sms", Write);
        phones.MapPost(
            "/{phone}/sms/stop",
            (string phone, string? number, PhoneBook book, SmsNumbers numbers, SmsContacts contacts) =>
                SetStopped(phone, number, stopped: true, book, numbers, contacts)
        );
        phones.MapPost(
            "/{phone}/sms/start",
            (string phone, string? number, PhoneBook book, SmsNumbers numbers, SmsContacts contacts) =>
                SetStopped(phone, number, stopped: false, book, numbers, contacts)
        );
    }

    public static void MapSmsControl(this RouteGroupBuilder control)
    {
        control.MapGet("/numbers", (SmsNumbers numbers) => numbers.All);
        control.MapGet("/", (int? limit, SmsLog log) => log.Sent(Math.Clamp(limit ?? 100, 1, 1000)));
        control.MapGet(
            "/{sid}",
            (string sid, SmsLog log, WebhookQueue webhooks) =>
                log.Find(sid) is { } message
                    ? Results.Ok(new { Message = message, Webhooks = webhooks.About(sid).Select(WebhooksControl.View) })
                    : ControlApi.NotFound("such SMS")
        );
        control.MapPut("/callback", SetCallback);
    }

    private static IResult Inbox(string phone, string? number, PhoneBook book, SmsNumbers numbers, SmsLog log)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Find(number) is not { } only)
            return ControlApi.NotFound("such number");

        return Results.Ok(
            log.With(holder.Number)
                .Where(message => message.OnPhone && (number is null || message.Number == only))
                .Select(message => new
                {
                    Id = message.Sid,
                    message.Number,
                    From = message.Incoming ? "contact" : "business",
                    message.At,
                    message.Body,
                    message.Media,
                })
        );
    }

    private static IResult Write(string phone, WriteSmsRequest request, PhoneBook book, SmsNumbers numbers, SmsContacts contacts)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Find(request.To) is not { } number)
            return ControlApi.NotFound("such number");
        if (holder.Landline)
            return ControlApi.Conflict("A landline writes no SMS.");
        if (string.IsNullOrEmpty(request.Text) && request.Media is not { Count: > 0 })
            return ControlApi.Invalid("An SMS needs a 'text' or 'media'.");

        return Results.Ok(contacts.Write(holder, number, request.Text ?? "", request.Media ?? []));
    }

    private static IResult SetStopped(string phone, string? number, bool stopped, PhoneBook book, SmsNumbers numbers, SmsContacts contacts)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        return numbers.Find(number) is { } known ? Results.Ok(contacts.SetStopped(holder, known, stopped)) : ControlApi.NotFound("such number");
    }

    private static IResult SetCallback(SmsCallbackRequest request, Subscriptions subscriptions)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out _))
            return ControlApi.Invalid("'url' must be an absolute address.");

        subscriptions.SetSmsCallback(request.Url);
        return Results.Ok(request);
    }
}
