using MultiLine.Api.Authorization;
using MultiLine.Api.Problems;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Api.Messages;

/// <summary>Answers what was taken with 202, the message and where to look for it; what was refused with the problem.</summary>
internal sealed class SendAnswer(SendResult result, string line, string contact, Caller caller) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (result.Repeated)
        {
            httpContext.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        IResult answer = result switch
        {
            { Refusal: { } refusal } => new ProblemResult(refusal),
            { Message: { } message } => TypedResults.Accepted($"/api/v1/lines/{line}/threads/{contact}/messages/{message.MessageId}", message.SeenBy(caller)),
            // There was nothing to send: the contact agreed long ago.
            _ => TypedResults.NoContent(),
        };
        return answer.ExecuteAsync(httpContext);
    }
}
