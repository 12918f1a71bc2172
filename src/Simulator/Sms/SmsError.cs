using MultiLine.Simulator.Faults;

namespace MultiLine.Simulator.Sms;

/// <summary>An error in Twilio's form.</summary>
/// <remarks><see href="https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions"/></remarks>
internal sealed record SmsError(int Code, string Message, int Status = StatusCodes.Status400BadRequest)
{
    public static SmsError Unauthenticated { get; } = new(20003, "Authenticate", StatusCodes.Status401Unauthorized);

    public static SmsError TooManyRequests { get; } = new(20429, "Too Many Requests", StatusCodes.Status429TooManyRequests);

    public static SmsError NoAccount { get; } = new(20404, "The requested resource was not found", StatusCodes.Status404NotFound);

    public static SmsError NoTo { get; } = new(21604, "A 'To' phone number is required.");

    public static SmsError NoBody { get; } = new(21602, "Message body is required.");

    public static SmsError BodyTooLong { get; } = new(21617, "The concatenated message body exceeds the 1600 character limit.");

    public static SmsError Unsubscribed { get; } = new(21610, "Attempt to send to unsubscribed recipient");

    public static SmsError NotYours(string? from) => new(21606, $"The 'From' phone number {from} is not a valid, SMS-capable number of your account.");

    public static SmsError InvalidTo(string to) => new(21211, $"The 'To' number {to} is not a valid phone number.");

    public static SmsError NotMobile(string to) => new(21614, $"'To' number is not a valid mobile number: {to}");

    public static SmsError Internal(int status) => new(20500, "Internal server error", status);

    public static SmsError OnRequest(Fault fault) => new(fault.Code, fault.Details, fault.HttpStatus);

    public IResult ToResult() =>
        Results.Json(
            new
            {
                code = Code,
                message = Message,
                more_info = $"https://www.twilio.com/docs/errors/{Code}",
                status = Status,
            },
            statusCode: Status
        );
}
