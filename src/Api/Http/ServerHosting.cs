using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace MultiLine.Api.Http;

/// <summary>What holds for every request and answer.</summary>
internal static class ServerHosting
{
    /// <summary>The largest body of an ordinary request, in bytes: a text of 4,096 characters has room however it is escaped.</summary>
    private const int LargestBody = 64 * 1024;

    public static IServiceCollection AddServer(this WebApplicationBuilder builder)
    {
        // The framework logs addresses with their query, where sign-in tokens stand; no configuration may switch that on.
        builder.Services.PostConfigure<LoggerFilterOptions>(filter => filter.Rules.Add(
            new LoggerFilterRule(providerName: null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, filter: null)));
        builder.Services.AddOptions<ServerOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        return builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
    }

    /// <summary>Nothing that is answered may be guessed at, framed or kept by anyone on the way; a page may say more for itself.</summary>
    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
            headers.TryAdd(HeaderNames.CacheControl, "no-store");
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'");
            headers.TryAdd("Referrer-Policy", "no-referrer");
            return Task.CompletedTask;
        });
        return next(context);
    });
}
