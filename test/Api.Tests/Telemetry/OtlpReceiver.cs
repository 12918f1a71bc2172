using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Telemetry;

/// <summary>
/// Where OTLP goes over HTTP, and stays as it came. Field numbers are those of
/// <see href="https://github.com/open-telemetry/opentelemetry-proto/tree/main/opentelemetry/proto"/>.
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _posts = new();
    private readonly WebApplication _app;

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePort.Next()}");
        builder.Logging.ClearProviders();
        builder.Services.KeepOutOfTraces();
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", Keep);
    }

    public string Address => _app.Urls.Single();

    public IReadOnlyList<byte[]> Bodies => [.. _posts.Select(post => post.Body)];

    /// <summary>Each once: where several programs share the process of the tests, each of them exports the spans of all.</summary>
    public IReadOnlyList<ExportedSpan> Spans =>
    [
        .. (from scope in Of("traces").SelectMany(post => post.Messages(1, 2))
           let source = scope.Messages(1).Single().Text(1)
           from span in scope.Messages(2)
           select ExportedSpan.Read(source, span)).DistinctBy(span => span.Id),
    ];

    public IReadOnlyList<ExportedMetric> Metrics =>
    [
        .. from scope in Of("metrics").SelectMany(post => post.Messages(1, 2))
           let meter = scope.Messages(1).Single().Text(1)
           from metric in scope.Messages(2)
           select ExportedMetric.Read(meter, metric),
    ];

    /// <summary>The bodies of all log records.</summary>
    public IReadOnlyList<string> Logs => [.. Of("logs").SelectMany(post => post.Messages(1, 2, 2, 5)).Select(body => body.Text(1))];

    /// <summary>What each post said of who sent it.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Resources =>
        [.. _posts.SelectMany(post => new WireMessage(post.Body).Messages(1, 1)).Select(resource => resource.Attributes(1))];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Keep(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _posts.Enqueue((signal, body.ToArray()));
    }

    private IEnumerable<WireMessage> Of(string signal) => _posts.Where(post => post.Signal == signal).Select(post => new WireMessage(post.Body));
}

/// <param name="Source">The instrumentation scope.</param>
/// <param name="Kind">As OTLP numbers it: 1 internal, 2 server, 3 client, 4 producer, 5 consumer.</param>
internal sealed record ExportedSpan(
    string Source,
    string TraceId,
    string Id,
    string ParentId,
    string Name,
    ulong Kind,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<(string TraceId, string SpanId)> Links)
{
    public const ulong Server = 2;
    public const ulong Client = 3;
    public const ulong Consumer = 5;

    public string this[string attribute] => Attributes.GetValueOrDefault(attribute, "");

    public static ExportedSpan Read(string source, WireMessage span) => new(
        source,
        span.Hex(1),
        span.Hex(2),
        span.Hex(4),
        span.Text(5),
        span.Number(6),
        span.Attributes(9),
        [.. span.Messages(13).Select(link => (link.Hex(1), link.Hex(2)))]);
}

internal sealed record ExportedMetric(string Meter, string Name, string Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Points)
{
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    public static ExportedMetric Read(string meter, WireMessage metric) => new(
        meter,
        metric.Text(1),
        metric.Text(3),
        [
            .. metric.Messages(Gauge, 1).Concat(metric.Messages(Sum, 1)).Select(point => point.Attributes(7)),
            .. metric.Messages(Histogram, 1).Select(point => point.Attributes(9)),
        ]);
}

internal static class WireAttributes
{
    public static IReadOnlyDictionary<string, string> Attributes(this WireMessage message, int field) =>
        message.Messages(field).ToDictionary(pair => pair.Text(1), pair => Value(pair.Messages(2).Single()));

    private static string Value(WireMessage value) => value.Has(3) ? $"{value.Number(3)}" : value.Text(1);
}
