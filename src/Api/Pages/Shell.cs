using Microsoft.Net.Http.Headers;

namespace MultiLine.Api.Pages;

/// <summary>The document of the pages, the same at each of their addresses: they talk to the REST API from there.</summary>
internal static class Shell
{
    private const string Document = "index.html";

    /// <summary>Scripts and styles are files of our own; what a page makes at run time can't become script, whatever a contact wrote.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        + "trusted-types multiline";

    public static IResult Show(IWebHostEnvironment environment) =>
        environment.WebRootFileProvider.GetFileInfo(Document) is { Exists: true, PhysicalPath: { } path } ? new ShellResult(path) : NotBuilt;

    private static PageResult NotBuilt { get; } = new(
        "No pages",
        Html.Of($"""
            <h1>The pages weren’t built</h1>
            <p>This server was built without Node, so it has its API only.</p>
            <p class="note">Install Node 20 and build again. <a href="/openapi/v1.json">API description</a></p>
        """),
        StatusCodes.Status404NotFound);

    private sealed class ShellResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers[HeaderNames.ContentSecurityPolicy] = Policy;
            // Asked for again each time, so that a new release shows at once.
            response.Headers[HeaderNames.CacheControl] = "no-cache";
            PageHeaders.Add(response.Headers);
            return response.SendFileAsync(path, httpContext.RequestAborted);
        }
    }
}
