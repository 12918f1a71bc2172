using static MultiLine.Connectors.Sms.SmsHandling;

namespace MultiLine.Connectors.Sms;

/// <summary>
/// What each error code asks for, whether it comes with the reply or with a status. Codes decide, never texts.
/// Source: https://www.twilio.com/docs/api/errors
/// </summary>
public static class SmsErrors
{
    /// <summary>The provider was never reached.</summary>
    public static Backoff NotReached { get; } = new(TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1));

    /// <summary>The provider has had enough for the moment.</summary>
    public static Backoff TooMany { get; } = new(TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(5));

    public static IReadOnlyList<SmsErrorRule> All { get; } =
    [
        // Access and our own number: somebody must mend them first.
        new(20003, PauseNumber, "could not authenticate the account"),
        new(20005, PauseNumber, "account not active"),
        new(20404, PauseNumber, "account not found"),
        new(21601, PauseNumber, "our number can't send SMS"),
        new(21606, PauseNumber, "our number is not the account's"),
        new(21659, PauseNumber, "our number is not the account's"),
        new(30002, PauseNumber, "account suspended"),
        new(30034, PauseNumber, "our number is not registered for business messages"),

        // Refused before processing: the only ones that are safe to repeat.
        new(20429, TryAgain, "too many requests"),
        new(21611, TryAgain, "the queue of our number is full"),

        // It may have been taken.
        new(20500, Unknown, "internal error"),
        new(20503, Unknown, "service unavailable"),

        // This contact.
        new(21211, NoSms, "no valid phone number"),
        new(21217, NoSms, "no valid phone number"),
        new(21612, NoSms, "not reachable from our number"),
        new(21614, NoSms, "not a mobile number"),
        new(30005, NoSms, "unknown at the carrier"),
        new(30006, NoSms, "landline, or a carrier without SMS"),
        new(21610, OptedOut, "the contact sent STOP"),
        new(30001, NotDelivered, "queue overflow"),
        new(30003, NotDelivered, "phone switched off or out of reach"),
        new(30004, NotDelivered, "blocked at the contact's side"),
        new(30007, NotDelivered, "filtered by the carrier"),
        new(30008, NotDelivered, "unknown error of the carrier"),

        // The message.
        new(21408, Refuse, "country not enabled for the account"),
        new(21602, Refuse, "text missing"),
        new(21617, Refuse, "text longer than 1600 characters"),
        new(30010, Refuse, "price above the account's limit"),
    ];

    /// <summary>The rule for a code, or null for one that isn't known.</summary>
    public static SmsErrorRule? For(int code) => All.FirstOrDefault(rule => rule.Code == code);
}
