using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MultiLine.Hosting.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, the same for every program: see docs/telemetry.md.</summary>
public static class TelemetryHosting
{
    /// <summary>
    /// Where to, by its standard name
    /// (<see href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/"/>). Without it nothing is exported and nothing listens.
    /// </summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string HealthPath = "/health";

    /// <summary>Whether something is exported, for what would cost something even if nobody listens.</summary>
    public static bool HasTelemetry(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration[Endpoint]);
    }

    /// <summary>
    /// Exports what this program measures, if <see cref="Endpoint"/> is configured. The protocol, headers, sampler and all else are set by
    /// the variables that the OpenTelemetry SDK reads itself.
    /// </summary>
    /// <param name="builder">Of the program.</param>
    /// <param name="service">Its name, where <c>OTEL_SERVICE_NAME</c> gives no other.</param>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Configuration.HasTelemetry())
        {
            builder.Services.AddOpenTelemetry()
                .ConfigureResource(resource => Describe(resource, service))
                .WithTracing(Trace)
                .WithMetrics(Measure)
                .WithLogging(static logs => logs.AddProcessor(new LogPrivacy()), static logs => logs.IncludeFormattedMessage = true)
                .UseOtlpExporter();
        }

        return builder;
    }

    /// <summary>What the environment says of the service counts for more, so it is read last.</summary>
    private static void Describe(ResourceBuilder resource, string service) => resource
        .AddService(service, serviceVersion: Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();

    /// <summary>Of Orleans: the grain calls, and what activations and their states take; its own internal calls are left out.</summary>
    private static void Trace(TracerProviderBuilder traces) => traces
        .AddSource("Microsoft.Orleans.Application", "Microsoft.Orleans.Lifecycle", "Microsoft.Orleans.Storage", "MultiLine.*")
        .AddAspNetCoreInstrumentation(static web => web.Filter = static context => !context.Request.Path.StartsWithSegments(HealthPath, StringComparison.OrdinalIgnoreCase))
        .AddHttpClientInstrumentation()
        .AddProcessor(new SpanPrivacy());

    private static void Measure(MeterProviderBuilder metrics) => metrics
        .AddMeter("Microsoft.Orleans", "MultiLine.*")
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation()
        .AddRuntimeInstrumentation();
}
