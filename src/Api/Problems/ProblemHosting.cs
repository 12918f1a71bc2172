using MultiLine.Domain;

namespace MultiLine.Api.Problems;

internal static class ProblemHosting
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddExceptionHandler<ProblemExceptions>()
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    /// <summary>Every answer without success is a problem from here on, whoever gives it.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => Bare(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    private static ProblemResult Bare(int status) => status switch
    {
        StatusCodes.Status404NotFound => new ProblemResult(RefusalCodes.NotFound, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new ProblemResult(RefusalCodes.InvalidRequest, "This address doesn't know this method.", status),
        StatusCodes.Status415UnsupportedMediaType => new ProblemResult(
            RefusalCodes.InvalidRequest, "The body must be JSON in UTF-8, with the content type application/json.", status),
        _ => new ProblemResult(RefusalCodes.InvalidRequest, "The request can't be understood.", status),
    };
}
