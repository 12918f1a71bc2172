using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MultiLine.Cli.Tests.Doctor.Harness;

/// <summary>Has the running simulator tell what it never comes to by itself: a number that is banned, an account that is rejected.</summary>
internal sealed class RewrittenReplies : IStartupFilter
{
    private readonly ConcurrentDictionary<string, Action<JsonNode>> _changes = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, JsonObject> _refusals = new(StringComparer.Ordinal);

    /// <summary>As which version Graph says that it answers; null for the one that was asked.</summary>
    public string? Version { get; set; }

    /// <summary>The time that Graph tells; null for the real one.</summary>
    public DateTimeOffset? Date { get; set; }

    /// <param name="call">The last part of the path.</param>
    /// <param name="code">Of the error that the call is refused with.</param>
    /// <param name="message">Meta's words.</param>
    public void Refuse(string call, int code, string message) => _refusals[call] = new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = "OAuthException", ["code"] = code },
    };

    /// <param name="call">The last part of the path.</param>
    /// <param name="change">Of the reply.</param>
    public void Rewrite(string call, Action<JsonNode> change) => _changes[call] = change;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(ChangeAsync);
        next(app);
    };

    private async Task ChangeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (Version is not null)
                context.Response.Headers["facebook-api-version"] = Version;
            if (Date is { } date)
                context.Response.GetTypedHeaders().Date = date;
            return Task.CompletedTask;
        });
        var call = context.Request.Path.Value!.Split('/')[^1];
        if (_refusals.TryGetValue(call, out var refusal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(refusal.ToJsonString());
            return;
        }

        if (!_changes.TryGetValue(call, out var change))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        await next(context);
        context.Response.Body = body;
        var reply = JsonNode.Parse(kept.ToArray())!;
        change(reply);
        await context.Response.WriteAsync(reply.ToJsonString());
    }
}
