using MultiLine.Grains.Interfaces.Media;

namespace MultiLine.Api.Messages.Media;

/// <summary>
/// A file as bytes of which any part can be read: one piece after the other comes from the grain that has it, and no more than one is here.
/// Where the grain is lost meanwhile, another one fetches the same bytes again.
/// </summary>
internal sealed class MediumStream(MediumSource source, OpenedMedium medium) : Stream
{
    private byte[] _piece = [];
    private int _number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => medium.Length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length)
        {
            return 0;
        }

        var number = (int)(Position / medium.PieceLength);
        if (number != _number)
        {
            _piece = await source.ReadAsync(number, cancellationToken) ?? throw new IOException("The file is not there any more.");
            _number = number;
        }

        var rest = _piece.AsMemory((int)(Position % medium.PieceLength));
        var read = Math.Min(rest.Length, buffer.Length);
        rest[..read].CopyTo(buffer);
        Position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Every read may wait for another process.");

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
