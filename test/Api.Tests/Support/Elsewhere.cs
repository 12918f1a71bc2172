using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MultiLine.Api.Tests.Support;

/// <summary>What runs beside the product in the process of the tests and elsewhere in life has no part in what the product measures of itself.</summary>
internal static class Elsewhere
{
    /// <summary>Neither a server's requests nor its own calls come into traces.</summary>
    public static IServiceCollection KeepOutOfTraces(this IServiceCollection services) => services
        .AddSingleton(new DiagnosticListener("Elsewhere"))
        .AddSingleton(new ActivitySource("Elsewhere"))
        .ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(Handler));

    /// <summary>Of a client that is traced by nobody and passes no trace on.</summary>
    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null };
}
