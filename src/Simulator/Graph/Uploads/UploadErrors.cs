using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Graph.Uploads;

/// <summary>What is refused of a file while it comes. The service that takes the bytes has a form of its own for it, which is not the Graph API's.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/video-api/guides/reels-publishing"/></remarks>
internal static class UploadErrors
{
    public static readonly IResult OffsetInvalid = Refuse(
        StatusCodes.Status412PreconditionFailed,
        retriable: true,
        "OffsetInvalidError",
        "Request starting offset is invalid"
    );

    public static readonly IResult Partial = Refuse(
        StatusCodes.Status400BadRequest,
        retriable: true,
        "PartialRequestError",
        "Partial request (did not match length of file)"
    );

    public static readonly GraphError NeedsHeader = GraphErrors.InvalidToken with
    {
        Message = "An access token is required: it must stand in the header Authorization.",
    };

    private static IResult Refuse(int status, bool retriable, string type, string message) =>
        GraphJson.Reply(
            new
            {
                DebugInfo = new
                {
                    Retriable = retriable,
                    Type = type,
                    Message = message,
                },
            },
            status
        );
}
