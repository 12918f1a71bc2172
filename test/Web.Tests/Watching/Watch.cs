using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MultiLine.Web.Tests.Watching;

/// <summary>
/// Keeps what goes wrong in a window: errors in the console, exceptions that nobody caught, requests that failed, requests to another
/// server than the page's own. A test names those that belong to its story; any other one fails it at its end.
/// </summary>
internal sealed partial class Watch
{
    private readonly ConcurrentQueue<string> _seen = [];
    private readonly List<string> _expected = [];
    private bool _connectionMayBreak;

    public Watch(IBrowserContext context, Uri home)
    {
        context.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text} ({message.Location})");
        context.WebError += (_, error) => Note(true, $"exception: {error.Error}");
        context.RequestFailed += (_, request) => Note(request.Failure != GaveUp, $"request failed: {request.Failure} {request.Method} {request.Url}");
        context.Request += (_, request) => Note(IsForeign(request.Url, home), $"request to another server: {request.Url}");
        context.Page += (_, page) =>
        {
            page.Crash += (_, _) => Note(true, $"crash: {page.Url}");
            page.WebSocket += (_, socket) => Note(IsForeign(socket.Url, home), $"request to another server: {socket.Url}");
        };
    }

    /// <summary>Said of a request that the page itself no longer wanted, as when it was left.</summary>
    private const string GaveUp = "net::ERR_ABORTED";

    /// <summary>What was seen and not expected, and what was expected and not seen.</summary>
    public IReadOnlyList<string> Complaints =>
    [
        .. _seen.Where(seen => !_expected.Any(seen.Contains) && !(_connectionMayBreak && Broken().IsMatch(seen))),
        .. _expected.Where(expected => !_seen.Any(seen => seen.Contains(expected, StringComparison.Ordinal))).Select(missing => $"expected and not seen: {missing}"),
    ];

    /// <param name="part">Of what goes wrong because the story wants it so: <c>409 (Conflict)</c>, a path, a message. It must come at least once.</param>
    public void Expect(string part) => _expected.Add(part);

    /// <summary>From now on requests may fail because nobody can be reached: those of the page, and of the service worker, of which Chromium says less.</summary>
    public void ConnectionMayBreak() => _connectionMayBreak = true;

    private void Note(bool isWrong, string what)
    {
        if (isWrong)
        {
            _seen.Enqueue(what);
        }
    }

    private static bool IsForeign(string url, Uri home) =>
        new Uri(url) is var address && address.Scheme is "http" or "https" or "ws" or "wss"
        && !(address.Authority == home.Authority && address.Scheme is "http" or "ws");

    [GeneratedRegex(
        "An unknown error occurred when fetching the script|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|SOCKET_NOT_CONNECTED|PROXY_CONNECTION_FAILED|FAILED)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Broken();
}
