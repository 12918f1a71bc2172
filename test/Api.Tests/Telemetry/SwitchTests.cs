using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MultiLine.Hosting.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MultiLine.Api.Tests.Telemetry;

public sealed class SwitchTests
{
    [Fact]
    public void Without_an_address_to_export_to_nothing_is_exported()
    {
        using var host = Host();

        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<MeterProvider>());
    }

    [Fact]
    public void The_environment_names_the_service_if_it_will()
    {
        using var host = Host("--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9", "--OTEL_SERVICE_NAME=the-one-in-berlin");

        var resource = host.Services.GetRequiredService<TracerProvider>().GetResource();
        Assert.Equal("the-one-in-berlin", resource.Attributes.Single(attribute => attribute.Key == "service.name").Value);
    }

    private static IHost Host(params string[] arguments)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(arguments);
        builder.AddTelemetry("a-program");
        return builder.Build();
    }
}
