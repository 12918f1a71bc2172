using System.Buffers.Binary;
using MultiLine.Storage.Content;

namespace MultiLine.Storage.Media;

/// <summary>How files too large for memory lie on the disk: piece after piece, each sealed by itself under the file's key and bound to its place.</summary>
public static class SealedPieces
{
    /// <summary>In bytes; the last piece is shorter.</summary>
    public const int PieceLength = 512 * 1024;

    internal const int KeyLength = AesGcmBox.KeyLength;

    internal const int BoxLength = PieceLength + AesGcmBox.Overhead;

    /// <summary>How many pieces a file of this length has.</summary>
    public static int Count(long length) => (int)((length + PieceLength - 1) / PieceLength);

    internal static void Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, long piece, Span<byte> box) => AesGcmBox.Close(key, plain, Place(piece), box);

    /// <exception cref="ArgumentOutOfRangeException">There is no such piece.</exception>
    /// <exception cref="EndOfStreamException">The file is cut off.</exception>
    /// <exception cref="System.Security.Cryptography.AuthenticationTagMismatchException">The bytes are not those that were written.</exception>
    internal static async Task<byte[]> ReadAsync(
        Microsoft.Win32.SafeHandles.SafeFileHandle file, ReadOnlyMemory<byte> key, long length, int piece, CancellationToken cancellationToken)
    {
        var start = (long)piece * PieceLength;
        ArgumentOutOfRangeException.ThrowIfNegative(piece);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, length, nameof(piece));
        var plain = new byte[Math.Min(PieceLength, length - start)];
        var box = new byte[plain.Length + AesGcmBox.Overhead];
        var place = (long)piece * BoxLength;
        for (var read = 0; read < box.Length;)
        {
            var more = await RandomAccess.ReadAsync(file, box.AsMemory(read), place + read, cancellationToken);
            read += more > 0 ? more : throw new EndOfStreamException("The file is shorter than what was written.");
        }

        AesGcmBox.Open(key.Span, box, Place(piece), plain);
        return plain;
    }

    private static byte[] Place(long piece)
    {
        var place = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, piece);
        return place;
    }
}
