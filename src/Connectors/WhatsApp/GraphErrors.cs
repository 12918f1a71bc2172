using static MultiLine.Connectors.WhatsApp.GraphHandling;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>
/// What each error code asks for. Codes decide, never titles, subcodes or HTTP statuses.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
/// </summary>
public static class GraphErrors
{
    /// <summary>The provider was never reached.</summary>
    public static Backoff NotReached { get; } = new(TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1));

    // Throughput is counted in messages a second, call limits by the hour.
    private static readonly Backoff Throughput = new(TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1));
    private static readonly Backoff CallLimit = new(TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(15));

    private static readonly Backoff FiveMinutes = new(TimeSpan.FromMinutes(5), 1, TimeSpan.FromMinutes(5));

    // "4^X seconds", X from 0: https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform
    private static readonly Backoff PairLimit = new(TimeSpan.FromSeconds(1), 4, TimeSpan.FromHours(1));

    public static IReadOnlyList<GraphErrorRule> All { get; } =
    [
        // Access: the token, the app or the account must be mended first.
        new(0, PauseNumber, "could not authenticate the app"),
        new(3, PauseNumber, "capability missing"),
        new(10, PauseNumber, "permission missing"),
        new(190, PauseNumber, "access token expired or invalid"),
        new(200, 299, PauseNumber, "permission missing"),
        new(368, PauseNumber, "account restricted for a violation of policy"),
        new(131005, PauseNumber, "permission missing"),
        new(131031, PauseNumber, "account locked"),
        new(131042, PauseNumber, "payment problem"),

        // The number itself.
        new(33, PauseNumber, "phone number deleted"),
        new(131037, PauseNumber, "display name not approved"),
        new(131045, PauseNumber, "phone number not registered properly"),
        new(133006, PauseNumber, "phone number not verified"),
        new(133010, PauseNumber, "phone number not registered"),
        new(131048, PauseBusinessInitiated, "too many messages reported as spam"),

        // Refused before processing: the only ones that are safe to repeat.
        new(4, TryAgain, "call limit of the app") { Backoff = CallLimit, Limit = MessageLimit.Calls },
        new(80007, TryAgain, "call limit of the account") { Backoff = CallLimit, Limit = MessageLimit.Calls },
        new(130429, TryAgain, "throughput limit of the number") { Backoff = Throughput, Limit = MessageLimit.Number },
        new(131056, TryAgain, "too many messages to this contact") { Backoff = PairLimit, Limit = MessageLimit.Contact },
        new(132069, TryAgain, "the template's flow is throttled, to 10 messages an hour") { Backoff = CallLimit },
        new(133015, TryAgain, "the number was deleted a moment ago") { Backoff = FiveMinutes },
        new(134101, TryAgain, "template not yet synchronised, which takes up to 10 minutes") { Backoff = FiveMinutes },

        // Messages were seen to go out under these.
        new(1, Unknown, "unknown error of the API"),
        new(2, Unknown, "service down or overloaded"),
        new(131000, Unknown, "unknown error"),
        new(131016, Unknown, "service unavailable"),
        new(131057, Unknown, "account in maintenance"),
        new(133004, Unknown, "server unavailable"),

        // This contact, now or at all.
        new(131026, UseSms, "undeliverable: not on WhatsApp, terms not accepted, or an old version"),
        new(131047, UseTemplate, "more than 24 hours since the contact wrote"),
        new(131050, OptedOut, "the contact stopped marketing messages"),
        new(130403, Refuse, "the business has blocked the contact"),
        new(130472, HeldBack, "held back by an experiment of Meta"),
        new(130497, Refuse, "not allowed in the contact's country"),
        new(131021, Refuse, "sender and recipient are the same"),
        new(131043, Refuse, "expired before it could be delivered"),
        new(131049, HeldBack, "held back by Meta for healthy engagement"),
        new(131060, Refuse, "message unavailable"),
        new(131062, NeedsPhone, "this kind of message needs a phone number"),

        // The message.
        new(100, Refuse, "parameter not supported or misspelled"),
        new(131008, Refuse, "parameter missing"),
        new(131009, Refuse, "parameter invalid"),
        new(131051, Refuse, "message type not supported"),
        new(131052, MediaProblem, "media can't be downloaded"),
        new(131053, MediaProblem, "media can't be uploaded"),
        new(135000, Refuse, "parameter error"),

        // The template.
        new(132000, TemplateValues, "number of variables doesn't match"),
        new(132001, TemplateProblem, "not there in this language, or not approved"),
        new(132005, TemplateValues, "text too long with its variables"),
        new(132007, TemplateProblem, "violates policy"),
        new(132012, TemplateValues, "format of a variable doesn't match"),
        new(132015, TemplateProblem, "paused for low quality"),
        new(132016, TemplateProblem, "disabled for good for low quality"),
        new(132018, TemplateValues, "variables invalid"),
        new(132068, TemplateProblem, "its flow is blocked"),
        new(131064, TemplateProblem, "messaging limit because of misclassified templates"),
        new(2388019, TemplateProblem, "limit of templates reached"),
        new(2388039, TemplateProblem, "can't be changed in its present status"),
        new(2388040, TemplateProblem, "too many characters"),
        new(2388047, TemplateProblem, "header malformed"),
        new(2388072, TemplateProblem, "body malformed"),
        new(2388073, TemplateProblem, "footer malformed"),
        new(2388293, TemplateProblem, "too many variables for its length"),
        new(2388299, TemplateProblem, "variable at its start or end"),

        // Marketing Messages API, payments.
        new(131055, Refuse, "marketing templates only"),
        new(131063, Refuse, "marketing is switched off on this API"),
        new(134011, Refuse, "terms of payments not accepted"),
        new(134100, Refuse, "marketing templates only"),
        new(134102, Refuse, "template unavailable for marketing"),

        // Registration and onboarding of numbers, user names: no messages.
        new(133000, Refuse, "an earlier deregistration failed"),
        new(133005, Refuse, "wrong PIN"),
        new(133008, Refuse, "too many wrong PINs"),
        new(133009, Refuse, "PIN entered too fast"),
        new(133016, Refuse, "too many registrations"),
        new(147001, 147005, Refuse, "user name"),
        new(2593107, 2593109, Refuse, "synchronisation with the WhatsApp Business app"),
    ];

    /// <summary>The rule for a code, or null for a code that Meta hasn't documented yet.</summary>
    public static GraphErrorRule? For(int code) => All.FirstOrDefault(rule => rule.First <= code && code <= rule.Last);
}
