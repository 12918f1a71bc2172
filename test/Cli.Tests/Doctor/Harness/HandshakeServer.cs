using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MultiLine.Cli.Tests.Doctor.Harness;

/// <summary>As much of the product as Meta's handshake needs.</summary>
internal sealed class HandshakeServer : IAsyncDisposable
{
    public const string VerifyToken = "word-of-our-choice";

    private readonly WebApplication _app;

    private HandshakeServer(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.Single()}/webhooks/whatsapp";

    /// <summary>What it answers with; null for the challenge.</summary>
    public Func<IResult>? Answer { get; set; }

    /// <summary>Of the challenge.</summary>
    public string ContentType { get; set; } = "text/plain";

    /// <summary>Methods of all requests so far.</summary>
    public List<string> Methods { get; } = [];

    public static async Task<HandshakeServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new HandshakeServer(builder.Build());
        server._app.Map("/{**any}", server.Take);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Take(HttpRequest request)
    {
        lock (Methods)
            Methods.Add(request.Method);
        if (Answer is { } answer)
            return answer();
        return request.Query["hub.mode"] == "subscribe" && request.Query["hub.verify_token"] == VerifyToken
            ? Results.Bytes(Encoding.ASCII.GetBytes((string)request.Query["hub.challenge"]!), ContentType)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
