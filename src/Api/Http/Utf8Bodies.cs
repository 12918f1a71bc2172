using Microsoft.Net.Http.Headers;
using MultiLine.Api.Problems;
using MultiLine.Domain;

namespace MultiLine.Api.Http;

/// <summary>JSON is UTF-8 (<see href="https://www.rfc-editor.org/rfc/rfc8259#section-8.1">RFC 8259</see>); a body that claims another encoding is refused.</summary>
internal static class Utf8Bodies
{
    public static void UseUtf8Bodies(this IApplicationBuilder app) => app.Use((context, next) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.Charset is { HasValue: true } charset
        && !HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? new ProblemResult(RefusalCodes.InvalidRequest, "The body must be in UTF-8.", StatusCodes.Status415UnsupportedMediaType)
                .ExecuteAsync(context)
            : next(context));
}
