using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary>What Meta refuses about an app and about tokens.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging-and-error-handling"/></remarks>
internal static class AppErrors
{
    public static readonly GraphError WrongSignature = new(190, "Invalid OAuth access token signature.")
    {
        HttpStatus = StatusCodes.Status400BadRequest,
    };

    public static readonly GraphError NeedsAppToken = new(15, "(#15) This method must be called with an app access_token.");

    public static readonly GraphError Expired = new(190, "Error validating access token: Session has expired.")
    {
        HttpStatus = StatusCodes.Status401Unauthorized,
        Subcode = 463,
    };

    public static readonly GraphError Invalidated = new(
        190,
        "Error validating access token: The session has been invalidated because the user changed their password or the session was revoked."
    )
    {
        HttpStatus = StatusCodes.Status401Unauthorized,
        Subcode = 460,
    };

    public static GraphError Lacks(string permission) =>
        new(200, $"(#200) Requires {permission} permission to manage the object") { HttpStatus = StatusCodes.Status403Forbidden };
}
