using System.Net;
using System.Net.Http.Headers;

namespace MultiLine.Simulator.Webhooks.Sending;

/// <summary>A body that is announced in full and breaks off after its first half, and the connection with it.</summary>
internal sealed class CutContent : HttpContent
{
    public const string Outcome = "the connection was cut on request";

    private readonly byte[] body;

    public CutContent(byte[] body)
    {
        this.body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
        await stream.FlushAsync();
        throw new IOException(Outcome);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
