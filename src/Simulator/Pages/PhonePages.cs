using System.Reflection;

namespace MultiLine.Simulator.Pages;

/// <summary>The pages on which people hold the phones. They use nothing but the control API, and nothing from elsewhere.</summary>
internal static class PhonePages
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public static void MapPhonePages(this WebApplication app)
    {
        app.MapGet("/", (HttpResponse response) => Serve(response, "phones.html"));
        app.MapGet("/phone/{number}", (HttpResponse response) => Serve(response, "phone.html"));
        app.MapGet("/page/{file}", (string file, HttpResponse response) => Serve(response, file));
    }

    private static IResult Serve(HttpResponse response, string file)
    {
        if (
            !Types.TryGetValue(Path.GetExtension(file), out var type)
            || Assembly.GetExecutingAssembly().GetManifestResourceStream("page/" + file) is not { } content
        )
            return Results.NotFound();

        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        return Results.Stream(content, type);
    }
}
