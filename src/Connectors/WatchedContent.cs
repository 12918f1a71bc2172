using System.Net;
using System.Net.Http.Headers;

namespace MultiLine.Connectors;

/// <summary>A body that remembers whether any of it was handed to a connection: up to then, certainly nothing was sent.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly byte[] _body;
    private volatile bool _started;

    public WatchedContent(byte[] body, string mediaType = "application/json")
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    public bool Started => _started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _started = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
