using MultiLine.Api.Authorization;
using MultiLine.Api.Events;
using MultiLine.Api.Health;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Pages;
using MultiLine.Api.Problems;
using MultiLine.Api.Sessions;
using MultiLine.Api.Webhooks;
using MultiLine.Hosting.Start;
using MultiLine.Hosting.Telemetry;

namespace MultiLine.Api;

/// <summary>The front end: HTTP in, grain calls out. On Orleans a client of the cluster; the embedded host has the grains in this process.</summary>
public static partial class ApiHost
{
    public static Task<int> Main(string[] args) => ServerStart.RunAsync(() => Create(args));

    /// <summary>Composes the server without starting it.</summary>
    /// <param name="args">The command line: <c>--urls</c> and any setting as <c>--Section:Key=value</c>.</param>
    /// <param name="configure">Applied last.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddTelemetry("multiline-api");
        AddGrains(builder);
        builder.AddServer();
        builder.Services.AddPageAssets().AddProblems().AddSessions().AddAccessRules().AddEvents().AddWebhooks().AddApiDocument();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseSafeHeaders();
        app.UseProblems();
        app.UsePageAssets();
        app.UseRouting();
        app.UseUtf8Bodies();
        app.UseAuthentication();
        app.UseSameOrigin();
        app.UseAccessRules();
        app.MapPages();
        app.MapWhatsAppWebhook();
        app.MapSmsWebhook();
        app.MapHealth();
        app.MapApiDocument();
        app.MapRestApi();
        MapDashboard(app);
        return app;
    }

    private static partial void AddGrains(WebApplicationBuilder builder);

    private static partial void MapDashboard(WebApplication app);
}
