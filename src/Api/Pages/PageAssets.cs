using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace MultiLine.Api.Pages;

/// <summary>The files that pages are made of.</summary>
internal static class PageAssets
{
    private const string Worker = "sw.js";

    /// <summary>
    /// They are sent compressed. Nothing else is: in an answer that holds a secret beside what somebody else has chosen, the compressed length
    /// can tell of the secret (<see href="https://www.breachattack.com/"/>).
    /// </summary>
    public static IServiceCollection AddPageAssets(this IServiceCollection services) => services
        .AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/javascript", "text/css", "image/svg+xml"];
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);

    public static void UsePageAssets(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = types, OnPrepareResponse = Prepare });
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        // What is in this folder has its content's hash in its name; the rest is asked for again each time, so that a release shows whole.
        headers[HeaderNames.CacheControl] = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (file.File.Name == Worker)
        {
            // What the worker may fetch goes by the policy that it comes with, not by that of the page.
            headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; connect-src 'self'; script-src 'self'";
        }
    }
}
