using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MultiLine.Connectors.Tests.Support;

/// <summary>A server on loopback that answers each request with the next line of its script, faults of the network included.</summary>
internal sealed class ScriptedGraph : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<RequestDelegate> _script = new();
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();

    private ScriptedGraph(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single());

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    public static async Task<ScriptedGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new ScriptedGraph(builder.Build());
        graph._server.Run(graph.FollowScriptAsync);
        await graph._server.StartAsync();
        return graph;
    }

    public void Answer(int status, string body) => _script.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    });

    public void AnswerError(int status, int code, string details = "") => Answer(status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["message"] = $"(#{code}) message",
            ["type"] = "OAuthException",
            ["code"] = code,
            ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = details },
            ["fbtrace_id"] = "Az8or2yhqkZfEZ-_4Qn_Bam",
        },
    }.ToJsonString());

    public void Answer(byte[] body) => _script.Enqueue(context => context.Response.Body.WriteAsync(body).AsTask());

    /// <summary>Sends the caller back to where it came from.</summary>
    public void Redirect() => _script.Enqueue(context =>
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = context.Request.Path.Value;
        return Task.CompletedTask;
    });

    /// <summary>Takes the request and closes the connection without a word.</summary>
    public void LoseReply() => _script.Enqueue(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Takes the request and closes the connection in the middle of a good reply.</summary>
    public void LoseHalfOfReply() => _script.Enqueue(async context =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("""{"messages":[{"id":"wamid.half""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>Takes the request and never answers.</summary>
    /// <returns>Completes when the request is there.</returns>
    public Task KeepSilent()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _script.Enqueue(async context =>
        {
            arrived.SetResult();
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });
        return arrived.Task;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task FollowScriptAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        _received.Enqueue(new ReceivedRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.Authorization.ToString(),
            await reader.ReadToEndAsync(),
            context.Request.Headers.TryGetValue("file_offset", out var offset) ? offset.ToString() : null));
        if (!_script.TryDequeue(out var next)) throw new InvalidOperationException("The script has no answer left.");
        await next(context);
    }
}

internal sealed record ReceivedRequest(string Method, string Path, string Authorization, string Body, string? FileOffset)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
