using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MultiLine.Load.Running;

namespace MultiLine.Load.Inbound.Limits;

/// <summary>A server that checks a webhook's signature, answers 200, and does nothing else: what no server on Kestrel can be faster than.</summary>
internal static class BareKestrel
{
    public const double AsFastAsItGoes = 1e9;

    private const int WarmUp = 50_000;
    private const int Requests = 200_000;

    /// <summary>Serves until it is killed.</summary>
    public static async Task<int> ServeAsync(string[] options)
    {
        var builder = WebApplication.CreateSlimBuilder(options);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/ready", () => Results.Ok());
        app.MapPost("/webhooks/whatsapp", AnswerAsync);
        await app.RunAsync();
        return 0;
    }

    /// <returns>Requests a second, in a process of its own beside the load, as the product is.</returns>
    public static async Task<double> MeasureAsync(int conversations, string text)
    {
        var address = Deployment.FreeAddress();
        using var server = new ServerProcess("Load", address, "/ready", new Dictionary<string, string>(StringComparer.Ordinal), "/dev/null", "bare-kestrel");
        await server.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal));
        var loop = new OpenLoop(address, new SignedRequests(address, conversations, text));
        await loop.RunAsync(0, WarmUp, AsFastAsItGoes);
        return (await loop.RunAsync(WarmUp, Requests, AsFastAsItGoes)).PerSecond;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        await context.Request.Body.CopyToAsync(body);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Bank.AppSecret), body.GetBuffer().AsSpan(0, (int)body.Length)));
        context.Response.StatusCode = context.Request.Headers["X-Hub-Signature-256"] == $"sha256={expected}" ? 200 : 401;
        context.Response.ContentLength = 0;
    }
}
