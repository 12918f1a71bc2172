using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>One call to Meta's Graph API: the address, the token, the time-out, and what exactly is known when it fails.</summary>
public sealed class GraphApi
{
    private const int LongestReply = 8 * 1024 * 1024;
    private const string VersionHeader = "facebook-api-version";

    /// <summary>Meta's file servers turn away callers that don't say what they are.</summary>
    private static readonly ProductInfoHeaderValue Agent = new("MultiLine", null);

    private readonly HttpClient _http;
    private readonly IOptionsMonitor<WhatsAppOptions> _options;
    private readonly TimeProvider _time;

    public GraphApi(HttpClient http, IOptionsMonitor<WhatsAppOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
        _options = options;
        _time = time;

        // The time-out is ours: it has to tell what had gone out when it struck.
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _http.MaxResponseContentBufferSize = LongestReply;
    }

    /// <summary>Connections are renewed, so that a change of address is noticed, and redirects aren't followed: Graph has none for these calls.</summary>
    internal static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // A call has a span in our traces; the provider is not told of them.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    /// <param name="method">The method.</param>
    /// <param name="path">Below the version, each part escaped.</param>
    /// <param name="body">JSON, or null for none.</param>
    /// <param name="cancellationToken">The caller gives up; then nothing is known about what went out.</param>
    internal Task<GraphReply> CallAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken) =>
        CallAsync(method, path, body, _options.CurrentValue.AccessToken, cancellationToken);

    /// <inheritdoc cref="CallAsync(HttpMethod, string, byte[], CancellationToken)"/>
    /// <param name="token">In place of the configured access token.</param>
    internal async Task<GraphReply> CallAsync(HttpMethod method, string path, byte[]? body, string token, CancellationToken cancellationToken)
    {
        using var content = body is null ? null : new WatchedContent(body);
        using var request = new HttpRequestMessage(method, Address(path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await SendAsync(request, content, cancellationToken);
    }

    /// <summary>
    /// Sends a file, or what is left of it, to an upload session.
    /// Source: https://developers.facebook.com/docs/graph-api/guides/upload
    /// </summary>
    /// <param name="session">The session's id as Meta told it: it is the path, with a query of its own, and not escaped.</param>
    /// <param name="bytes">From <paramref name="offset"/> on.</param>
    /// <param name="offset">How much of the file Meta has already.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    internal async Task<GraphReply> UploadAsync(string session, byte[] bytes, int offset, CancellationToken cancellationToken)
    {
        using var content = new WatchedContent(bytes, "application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(session)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", _options.CurrentValue.AccessToken);
        request.Headers.Add("file_offset", offset.ToString(CultureInfo.InvariantCulture));
        return await SendAsync(request, content, cancellationToken);
    }

    /// <summary>Fetches what lies openly at an address that Meta told. No token goes there.</summary>
    internal async Task<GraphReply> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, content: null, cancellationToken);
    }

    private async Task<GraphReply> SendAsync(HttpRequestMessage request, WatchedContent? content, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.CurrentValue.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token)) with
            {
                ProviderTime = response.Headers.Date,
                Version = response.Headers.TryGetValues(VersionHeader, out var versions) ? versions.FirstOrDefault() : null,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Our deadline, or the connection's own.
            return NothingWentOut(content) ? new GraphReply.NotReached() : new GraphReply.TimedOut();
        }
        catch (HttpRequestException)
        {
            return NothingWentOut(content) ? new GraphReply.NotReached() : new GraphReply.ConnectionLost();
        }
    }

    /// <summary>Asks for what is at an address that Graph named, with the token. The caller sets the time and reads the body as it comes.</summary>
    internal async Task<HttpResponseMessage> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.CurrentValue.AccessToken);
        request.Headers.UserAgent.Add(Agent);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    // Without its body a request does nothing. A request that has none only reads.
    private static bool NothingWentOut(WatchedContent? content) => content is not { Started: true };

    private Uri Address(string path) =>
        new(_options.CurrentValue.BaseAddress!.AbsoluteUri.TrimEnd('/') + $"/{_options.CurrentValue.GraphVersion}/{path}");

    private static GraphReply Read(HttpStatusCode status, byte[] body)
    {
        if ((int)status is >= 200 and < 300) return new GraphReply.Success(body);
        try
        {
            using var json = JsonDocument.Parse(body);
            return GraphErrorReader.Read(json.RootElement.Member("error")) is { } error
                ? new GraphReply.Refusal(status, error)
                : new GraphReply.Foreign(status);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new GraphReply.Foreign(status);
        }
    }
}
