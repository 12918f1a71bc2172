namespace MultiLine.Domain.Consent;

/// <summary>
/// What the buttons of the opt-in request carry, so that a tap is understood without the provider's reply context, which may be
/// missing: <c>optin:yes:MESSAGE</c> or <c>optin:no:MESSAGE</c>.
/// </summary>
public static class OptInPayload
{
    private const string YesPrefix = "optin:yes:";
    private const string NoPrefix = "optin:no:";

    public static string Yes(string messageId) => YesPrefix + messageId;

    public static string No(string messageId) => NoPrefix + messageId;

    public static ConsentAnswer Read(string? payload) => payload switch
    {
        not null when payload.StartsWith(YesPrefix, StringComparison.Ordinal) => ConsentAnswer.Yes,
        not null when payload.StartsWith(NoPrefix, StringComparison.Ordinal) => ConsentAnswer.No,
        _ => ConsentAnswer.None,
    };
}
