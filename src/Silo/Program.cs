using MultiLine.Hosting.Start;
using MultiLine.Hosting.Telemetry;
using MultiLine.Silo.Health;

namespace MultiLine.Silo;

/// <summary>A silo of the cluster: hosts the grains, with storage and connectors. Servers that speak to the outside call it.</summary>
public static class SiloHost
{
    public static Task<int> Main(string[] args) => ServerStart.RunAsync(() => Create(args));

    /// <summary>Composes the silo without starting it.</summary>
    /// <param name="args">The command line: <c>--urls</c> (for the health of the silo) and any setting as <c>--Section:Key=value</c>.</param>
    /// <param name="configure">Applied last.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddTelemetry("multiline-silo");
        builder.AddMultiLineSilo();
        builder.Services.AddSiloHealth();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.MapSiloHealth();
        return app;
    }
}
