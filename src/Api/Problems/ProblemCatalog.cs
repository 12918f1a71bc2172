using System.Collections.Frozen;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Api.Problems;

/// <summary>The codes that only the API knows; all others are <see cref="RefusalCodes"/>.</summary>
public static class ProblemCodes
{
    public const string Unauthenticated = "unauthenticated";
    public const string Unavailable = "unavailable";
    public const string InternalError = "internal_error";
}

/// <summary>The one place that says which status and title a code has.</summary>
public static class ProblemCatalog
{
    private static readonly FrozenDictionary<string, (int Status, string Title)> Kinds = new Dictionary<string, (int, string)>
    {
        [RefusalCodes.InvalidRequest] = (400, "The request can't be understood"),
        [ProblemCodes.Unauthenticated] = (401, "Not signed in"),
        [RefusalCodes.Forbidden] = (403, "Not allowed"),
        [RefusalCodes.WhatsAppNotEnabled] = (403, "WhatsApp is not switched on"),
        [RefusalCodes.SmsNotEnabled] = (403, "SMS is not switched on"),
        [RefusalCodes.BlockedByPolicy] = (403, "Blocked by policy"),
        [RefusalCodes.OwnMessage] = (403, "Your own message"),
        [RefusalCodes.NotFound] = (404, "Not found"),
        [RefusalCodes.ConsentRequired] = (409, "The contact has not been asked"),
        [RefusalCodes.ConsentPending] = (409, "The contact has not answered yet"),
        [RefusalCodes.ConsentDeclined] = (409, "The contact does not want messages"),
        [RefusalCodes.MarketingStopped] = (409, "The contact stopped marketing"),
        [RefusalCodes.MarketingHeldBack] = (409, "WhatsApp keeps marketing back"),
        [RefusalCodes.ContactMerged] = (409, "The contact is another one"),
        [RefusalCodes.SessionClosed] = (409, "The session is closed"),
        [RefusalCodes.NotOnWhatsApp] = (409, "Not reachable on WhatsApp"),
        [RefusalCodes.NotOnSms] = (409, "The number takes no SMS"),
        [RefusalCodes.NoPhoneNumber] = (409, "No phone number"),
        [RefusalCodes.TemplateNotApproved] = (409, "The template is not approved"),
        [RefusalCodes.NumberRestricted] = (409, "The number is restricted"),
        [RefusalCodes.IdempotencyConflict] = (409, "The idempotency key was used for something else"),
        [RefusalCodes.NoLongerKept] = (409, "No longer kept"),
        [RefusalCodes.Superseded] = (409, "No longer needed"),
        [RefusalCodes.TemplateParameters] = (422, "The template's values don't fit"),
        [RefusalCodes.MediaRejected] = (422, "The attachment was rejected"),
        [RefusalCodes.SmsNotDelivered] = (422, "The SMS was not delivered"),
        [RefusalCodes.ProviderRefused] = (422, "The provider refused"),
        [RefusalCodes.RateLimited] = (429, "Too much at once"),
        [ProblemCodes.InternalError] = (500, "Something went wrong here"),
        [ProblemCodes.Unavailable] = (503, "Not available just now"),
    }.ToFrozenDictionary();

    public static bool Knows(string code) => Kinds.ContainsKey(code);

    public static int Status(string code) => Kind(code).Status;

    internal static Problem Describe(Refused refusal, int? status)
    {
        var kind = Kind(refusal.Code);
        return new Problem($"urn:multiline:problem:{refusal.Code}", kind.Title, status ?? kind.Status, refusal.Code, refusal.Message) { Policy = refusal.Policy };
    }

    private static (int Status, string Title) Kind(string code) => Kinds.GetValueOrDefault(code, (409, "Refused"));
}
