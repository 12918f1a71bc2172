using Microsoft.Net.Http.Headers;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Api.Problems;

/// <summary>Answers with a problem.</summary>
/// <param name="refusal">Code and words.</param>
/// <param name="status">Overrides the code's status where HTTP has a more exact one, such as 413 or 405.</param>
internal sealed class ProblemResult(Refused refusal, int? status = null) : IResult
{
    private const string ContentType = "application/problem+json";

    /// <summary>Seconds after which a request that could not be served just now is worth repeating.</summary>
    private const string RetryAfterSeconds = "5";

    public ProblemResult(string code, string detail, int? status = null)
        : this(new Refused(code, detail), status)
    {
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var problem = ProblemCatalog.Describe(refusal, status);
        response.StatusCode = problem.Status;
        switch (problem.Status)
        {
            case StatusCodes.Status401Unauthorized:
                response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
                break;
            case StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable:
                response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
                break;
        }

        return response.WriteAsJsonAsync(problem, options: null, ContentType, httpContext.RequestAborted);
    }
}
