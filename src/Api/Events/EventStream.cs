using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;

namespace MultiLine.Api.Events;

/// <summary>Makes streams that end when the server does.</summary>
internal sealed class EventStreams(
    IGrainFactory grains, AccessCheck check, IOptions<EventOptions> options, TimeProvider time, IHostApplicationLifetime host)
{
    public IResult Open(Caller caller, string line, long cursor) =>
        new EventStream(caller, line, cursor, options.Value.LongestSilence, grains, check, time, host.ApplicationStopping);
}

internal static class EventHosting
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddOptions<EventOptions>().BindConfiguration(EventOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<EventStreams>();
    }
}

/// <summary>
/// Follows a line and writes what changes as server-sent events. Written by hand because the framework's writer knows no comments,
/// and without them a silent connection is cut on the way.
/// </summary>
/// <remarks><see href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/></remarks>
internal sealed class EventStream(
    Caller caller,
    string line,
    long start,
    TimeSpan longestSilence,
    IGrainFactory grains,
    AccessCheck check,
    TimeProvider time,
    CancellationToken serverStops)
    : IResult
{
    public const string ContentType = "text/event-stream";

    /// <summary>How long a client waits before it connects again.</summary>
    private const string RetryMilliseconds = "2000";

    private const int PageSize = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var session = new CancellationTokenSource(SessionLeft(httpContext), time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, serverStops, session.Token);
        httpContext.Response.ContentType = ContentType;
        try
        {
            await Follow(httpContext, httpContext.Response.BodyWriter, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client has gone, its session is over or the server stops; the client comes back with the id of the last event.
        }
    }

    private async Task Follow(HttpContext context, PipeWriter output, CancellationToken cancellationToken)
    {
        var cursor = start;
        // An id without data raises no event, but a client that loses the connection now resumes from it.
        await Write(output, $"retry: {RetryMilliseconds}\nid: {Id(cursor)}\n\n", cancellationToken);
        var inbox = grains.Inbox(caller, line);
        while (await MayGoOn(context))
        {
            var page = await inbox.GetChanges(cursor, PageSize, longestSilence, cancellationToken);
            if (page.Changes.Count == 0)
            {
                await Write(output, ":\n\n", cancellationToken);
                continue;
            }

            foreach (var change in page.Changes)
            {
                var data = JsonSerializer.Serialize(change, ApiJson.Options);
                output.Write(Encoding.UTF8.GetBytes($"id: {Id(change.Cursor)}\nevent: {change.Type}\ndata: {data}\n\n"));
            }

            await output.FlushAsync(cancellationToken);
            cursor = page.Cursor;
        }
    }

    /// <summary>A session of a browser may be prolonged meanwhile: then the client is let in again when it comes back.</summary>
    private TimeSpan SessionLeft(HttpContext context)
    {
        var ends = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        var left = ends - time.GetUtcNow();
        return left is null ? Timeout.InfiniteTimeSpan : left > TimeSpan.Zero ? left.Value : TimeSpan.Zero;
    }

    /// <summary>A stream lives long: who loses the right to the line while it runs gets no more of it.</summary>
    private async Task<bool> MayGoOn(HttpContext context) =>
        await check.Identify(context.User) is { } now && await check.Check(Access.LineReader, now, line) is null;

    private static async Task Write(PipeWriter output, string text, CancellationToken cancellationToken) =>
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    private static string Id(long value) => value.ToString(CultureInfo.InvariantCulture);
}
