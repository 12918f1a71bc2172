using System.Net;
using System.Net.Http.Headers;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>A JSON body that remembers whether any of it was handed to a connection: up to then, certainly nothing was sent.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly byte[] _json;
    private volatile bool _started;

    public WatchedContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool Started => _started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _started = true;
        return stream.WriteAsync(_json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
