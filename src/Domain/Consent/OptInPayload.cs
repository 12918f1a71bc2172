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

    /// <summary>The message of the request whose button carries this; null where it is no button of a request.</summary>
    public static string? Request(string? payload) => Read(payload) switch
    {
        ConsentAnswer.Yes => payload![YesPrefix.Length..],
        ConsentAnswer.No => payload![NoPrefix.Length..],
        _ => null,
    };

    public static ConsentAnswer Read(string? payload) => payload switch
    {
        not null when payload.StartsWith(YesPrefix, StringComparison.Ordinal) => ConsentAnswer.Yes,
        not null when payload.StartsWith(NoPrefix, StringComparison.Ordinal) => ConsentAnswer.No,
        _ => ConsentAnswer.None,
    };
}
