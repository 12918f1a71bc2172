using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Accounts;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>What a refusal of the Graph API is about: what was asked for, or something else that kept it from being looked at.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/guides/error-handling"/></remarks>
internal static class Refusals
{
    private const int CouldNotAuthenticate = 0;
    private const int NoPermission = 10;
    private const int NoObject = 33;
    private const int InvalidParameter = 100;
    private const int InvalidToken = 190;
    private const int UnknownPath = 2500;

    public static bool IsAboutVersion(GraphError error) =>
        error.Code == UnknownPath || (error.Code == InvalidParameter && error.Details.Contains("version", StringComparison.OrdinalIgnoreCase));

    /// <summary>There is no such thing, or the token may not see it.</summary>
    public static bool IsAboutObject(GraphError error) =>
        !error.IsTransient && !IsAboutVersion(error) && error.Code is (InvalidParameter or NoObject or NoPermission or (>= 200 and <= 299));

    /// <summary>What to do about a fault that is not about what was asked for.</summary>
    public static string Next(GraphFault? fault) => fault?.Error switch
    {
        null => "Mend what keeps the Graph API from answering.",
        { } error when IsAboutVersion(error) => "Mend what is said about the Graph API first.",
        { IsTransient: true } => "Try again in a while.",
        { Code: InvalidToken or CouldNotAuthenticate } => "Mend what is said about the token first.",
        var error => GraphErrors.For(error.Code)?.Handling is GraphHandling.TryAgain or GraphHandling.Unknown
            ? "Try again in a while."
            : "Look the code up: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes.",
    };
}
