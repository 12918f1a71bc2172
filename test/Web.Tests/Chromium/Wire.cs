using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MultiLine.Web.Tests.Chromium;

/// <summary>
/// What lies between one window and its server, and can be cut. A browser that is told to be offline makes no new requests but keeps the
/// streams that it has; here they break, as they do when a train enters a tunnel.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _ends = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private volatile bool _isCut;

    public Wire(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>For the browser, as the address of a proxy. Servers understand what it writes to one.</summary>
    /// <remarks><see href="https://www.rfc-editor.org/rfc/rfc9112#name-absolute-form"/>: a server must take the absolute form too.</remarks>
    public string Proxy => $"http://{_listener.LocalEndpoint}";

    public void Cut()
    {
        _isCut = true;
        foreach (var end in _ends.Keys)
        {
            end.Dispose();
        }
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Cut();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> carrying = [];
        try
        {
            while (true)
            {
                carrying.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(carrying);
        }
    }

    private async Task CarryAsync(TcpClient window)
    {
        using var server = new TcpClient { NoDelay = true };
        using (window)
        {
            window.NoDelay = true;
            _ends[window] = _ends[server] = true;
            try
            {
                if (!_isCut)
                {
                    await server.ConnectAsync(_server.Host, _server.Port);
                    await await Task.WhenAny(window.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(window.GetStream()));
                }
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The other end sees it.
            }

            _ends.TryRemove(window, out _);
            _ends.TryRemove(server, out _);
        }
    }
}
