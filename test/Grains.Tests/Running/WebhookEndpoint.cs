using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MultiLine.Grains.Interfaces.Webhooks;

namespace MultiLine.Grains.Tests.Running;

/// <summary>Passes what arrives to the product, as its API does: 200 when it is durable, 503 when it isn't or while the product is down.</summary>
public sealed class WebhookEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<IGrainFactory?> _grains;

    private WebhookEndpoint(Func<IGrainFactory?> grains)
    {
        _grains = grains;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/", Handshake);
        _app.MapPost("/", Take);
        _app.MapPost("/webhooks/sms/{**status}", TakeSms);
    }

    public string Url => _app.Urls.Single();

    public static async Task<WebhookEndpoint> StartAsync(Func<IGrainFactory?> grains)
    {
        var endpoint = new WebhookEndpoint(grains);
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Without asking the product, which may be down: once is enough.</summary>
    private static IResult Handshake(HttpRequest request) => Results.Text(request.Query["hub.challenge"]);

    private Task<IResult> Take(HttpRequest request) => Pass(
        request, (grains, body) => grains.GetGrain<IWebhookGrain>("whatsapp").Take(new WebhookDelivery(body, request.Headers["X-Hub-Signature-256"])));

    private Task<IResult> TakeSms(HttpRequest request) => Pass(
        request,
        (grains, body) => grains.GetGrain<ISmsWebhookGrain>("sms").Take(
            new SmsWebhookDelivery($"{request.Path}{request.QueryString}", body, request.HasFormContentType, request.Headers["X-Twilio-Signature"])));

    private async Task<IResult> Pass(HttpRequest request, Func<IGrainFactory, byte[], Task<WebhookReceipt>> take)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        try
        {
            return _grains() is { } grains && (await take(grains, body.ToArray())).SignatureValid
                ? Results.Ok()
                : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
#pragma warning disable CA1031 // Whatever it was: what is not answered 200 comes again.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
