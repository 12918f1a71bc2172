using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace MultiLine.Api.Http;

/// <summary>What holds for every request and answer.</summary>
internal static class ServerHosting
{
    /// <summary>The largest body of an ordinary request, in bytes: a text of 4,096 characters has room however it is escaped.</summary>
    private const int LargestBody = 64 * 1024;

    private const string AddressLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static IServiceCollection AddServer(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.PostConfigure<LoggerFilterOptions>(NeverLogAddresses);
        builder.Services.AddOptions<ServerOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        return builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
    }

    /// <summary>
    /// The framework logs addresses with their query, where sign-in tokens and numbers stand; no configuration may switch that on, neither
    /// for all logs nor for one of them, whose own rules come first.
    /// </summary>
    private static void NeverLogAddresses(LoggerFilterOptions filter)
    {
        foreach (var rule in filter.Rules.Where(rule => rule.CategoryName?.StartsWith(AddressLog, StringComparison.OrdinalIgnoreCase) is true).ToList())
        {
            filter.Rules.Remove(rule);
        }

        foreach (var log in filter.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            filter.Rules.Add(new LoggerFilterRule(log, AddressLog, LogLevel.Warning, filter: null));
        }
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
