using System.Security.Cryptography;
using MultiLine.Storage.Content;

namespace MultiLine.Storage.Media;

/// <summary>
/// Bytes that are too many for memory, for as long as this object lives. They lie on the disk in pieces under a key that is in memory only,
/// in a file that has no name from its first moment on: nobody can open it, and it is gone with the process, however that ends.
/// Written from beginning to end first, then read at will; not for several threads at once.
/// </summary>
public sealed class PassingFile : IMediumBytes
{
    private const int PieceLength = SealedPieces.PieceLength;

    private readonly FileStream _file;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SealedPieces.KeyLength);
    private readonly byte[] _open = new byte[PieceLength];
    private readonly byte[] _box = new byte[SealedPieces.BoxLength];
    private int _filled;

    /// <param name="folder">On the disk that has room for it.</param>
    public PassingFile(string folder)
    {
        var path = Path.Combine(folder, $"multiline-{Guid.NewGuid():n}");
        _file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        });
        File.Delete(path);
    }

    /// <summary>In bytes, of what was added.</summary>
    public long Length { get; private set; }

    /// <exception cref="IOException">The disk has no room, or fails.</exception>
    public async ValueTask AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var taken = bytes[..Math.Min(bytes.Length, PieceLength - _filled)];
            taken.CopyTo(_open.AsMemory(_filled));
            _filled += taken.Length;
            Length += taken.Length;
            bytes = bytes[taken.Length..];
            if (_filled == PieceLength)
            {
                await CompleteAsync(cancellationToken);
            }
        }
    }

    /// <summary>Nothing more is added.</summary>
    /// <exception cref="IOException">The disk has no room, or fails.</exception>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (_filled == 0)
        {
            return;
        }

        var box = _box.AsMemory(0, _filled + AesGcmBox.Overhead);
        SealedPieces.Seal(_key, _open.AsSpan(0, _filled), (Length - 1) / PieceLength, box.Span);
        _filled = 0;
        await _file.WriteAsync(box, cancellationToken);
    }

    public Task<byte[]> ReadAsync(int piece, CancellationToken cancellationToken) =>
        SealedPieces.ReadAsync(_file.SafeFileHandle, _key, Length, piece, cancellationToken);

    public void Dispose()
    {
        _file.Dispose();
        CryptographicOperations.ZeroMemory(_key);
        CryptographicOperations.ZeroMemory(_open);
    }
}
