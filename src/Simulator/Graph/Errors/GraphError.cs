using System.Security.Cryptography;

namespace MultiLine.Simulator.Graph.Errors;

/// <summary>A refusal in Meta's form. Who handles it goes by <see cref="Code"/> and <see cref="Details"/>.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes"/></remarks>
internal sealed record GraphError(int Code, string Message)
{
    public int HttpStatus { get; init; } = StatusCodes.Status400BadRequest;

    public string Type { get; init; } = "OAuthException";

    public int? Subcode { get; init; }

    public string? Details { get; init; }

    public string? UserTitle { get; init; }

    public string? UserMessage { get; init; }

    public IResult ToResult() =>
        GraphJson.Reply(
            new
            {
                Error = new
                {
                    Message,
                    Type,
                    Code,
                    ErrorData = Details is null ? null : new { MessagingProduct = "whatsapp", Details },
                    ErrorSubcode = Subcode,
                    ErrorUserTitle = UserTitle,
                    ErrorUserMsg = UserMessage,
                    FbtraceId = "A"
                        + Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
                },
            },
            HttpStatus
        );
}
