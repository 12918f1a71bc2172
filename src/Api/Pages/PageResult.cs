using Microsoft.Net.Http.Headers;

namespace MultiLine.Api.Pages;

/// <summary>A small page that runs no script and loads nothing from elsewhere.</summary>
internal sealed class PageResult(string title, Html content, int status = StatusCodes.Status200OK) : IResult
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers[HeaderNames.ContentSecurityPolicy] = Policy;
        PageHeaders.Add(response.Headers);
        return response.WriteAsync(Document().Text, httpContext.RequestAborted);
    }

    private Html Document() => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <meta name="robots" content="noindex">
          <title>{title} · MultiLine</title>
          <link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/pages/pages.css">
        </head>
        <body>
          <main>
            <p class="brand"><img src="/icons/icon.svg" alt="" width="28" height="28">MultiLine</p>
        {content}
          </main>
        </body>
        </html>
        """);
}
