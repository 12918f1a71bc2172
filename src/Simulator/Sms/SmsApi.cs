using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Sms;

/// <summary>The part of Twilio's API that a business uses to send SMS.</summary>
/// <remarks><see href="https://www.twilio.com/docs/messaging/api/message-resource"/></remarks>
internal static class SmsApi
{
    private const int LongestBody = 1600;

    /// <summary>With an early status asked for, how long the reply waits for the business to take it.</summary>
    private static readonly TimeSpan LongestEarlyStatus = TimeSpan.FromSeconds(5);

    public static void MapSms(this WebApplication app) =>
        app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", PostAsync)
            .AddEndpointFilter<SmsCredentialsFilter>()
            .AddEndpointFilter<SmsFaultFilter>();

    public static IServiceCollection AddSms(this IServiceCollection services) =>
        services
            .AddSingleton<SmsNumbers>()
            .AddSingleton<SmsLog>()
            .AddSingleton<SmsContacts>()
            .AddSingleton<SmsCallbacks>()
            .AddSingleton<SmsDelivery>()
            .AddSingleton<IScheduledAct>(provider => provider.GetRequiredService<SmsDelivery>());

    private static async Task<IResult> PostAsync(
        string account,
        HttpRequest http,
        SimulatorOptions options,
        SmsNumbers numbers,
        PhoneBook phones,
        SmsDelivery delivery,
        FaultBox faults,
        WebhookQueue webhooks,
        TimeProvider time
    )
    {
        if (account != options.Sms.AccountSid)
            return SmsError.NoAccount.ToResult();

        var form = http.HasFormContentType ? await http.ReadFormAsync(http.HttpContext.RequestAborted) : FormCollection.Empty;
        var (to, from, body) = ((string?)form["To"], (string?)form["From"], (string?)form["Body"]);
        if (Refusal(to, from, body, numbers, phones) is { } refusal)
            return refusal.ToResult();

        var digits = PhoneNumber.DigitsOf(to!);
        var message = new SmsMessage(SmsMessage.NewSid(), numbers.Find(from)!, digits, Incoming: false, time.GetUtcNow(), body!)
        {
            StatusCallback = form["StatusCallback"],
            ErrorCode = ErrorOf(phones.Find(digits), faults),
        };
        var early = faults.Take(FaultKind.EarlyStatus) is not null;
        delivery.Start(message);
        if (early)
            await webhooks.ToldAsync(message.Sid, LongestEarlyStatus, http.HttpContext.RequestAborted);
        return Results.Json(View(message, options.Sms.AccountSid), statusCode: StatusCodes.Status201Created);
    }

    private static SmsError? Refusal(string? to, string? from, string? body, SmsNumbers numbers, PhoneBook phones)
    {
        if (string.IsNullOrEmpty(to))
            return SmsError.NoTo;
        if (string.IsNullOrEmpty(from) || numbers.Find(from) is not { } number)
            return SmsError.NotYours(from);
        if (string.IsNullOrEmpty(body))
            return SmsError.NoBody;
        if (body.Length > LongestBody)
            return SmsError.BodyTooLong;
        if (to[0] != '+' || PhoneNumber.TryDigitsOf(to) is not { } digits)
            return SmsError.InvalidTo(to);
        return phones.Find(digits) switch
        {
            { Landline: true } => SmsError.NotMobile(to),
            { } phone when phone.SmsStopped.Contains(number) => SmsError.Unsubscribed,
            _ => null,
        };
    }

    /// <summary>Taken all the same; it is the carrier that finds out.</summary>
    private static int? ErrorOf(Phone? phone, FaultBox faults) =>
        faults.Take(FaultKind.FailMessage)?.Code
        ?? phone switch
        {
            null => 30005,
            { Unreachable: true } => 30003,
            _ => null,
        };

    private static object View(SmsMessage message, string account) =>
        new
        {
            sid = message.Sid,
            account_sid = account,
            messaging_service_sid = (string?)null,
            to = "+" + message.Contact,
            from = message.Number,
            body = message.Body,
            status = "queued",
            direction = "outbound-api",
            num_segments = "1",
            num_media = "0",
            date_created = message.At.ToString("r"),
            date_updated = message.At.ToString("r"),
            date_sent = (string?)null,
            price = (string?)null,
            price_unit = "USD",
            error_code = (int?)null,
            error_message = (string?)null,
            api_version = "2010-04-01",
            uri = $"/2010-04-01/Accounts/{account}/Messages/{message.Sid}.json",
            subresource_uris = new { media = $"/2010-04-01/Accounts/{account}/Messages/{message.Sid}/Media.json" },
        };
}
