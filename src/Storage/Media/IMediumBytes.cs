namespace MultiLine.Storage.Media;

/// <summary>The bytes of a file, of which any piece can be read.</summary>
public interface IMediumBytes : IDisposable
{
    /// <summary>In bytes.</summary>
    long Length { get; }

    /// <param name="piece">From 0; all have <see cref="SealedPieces.PieceLength"/> but the last.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such piece.</exception>
    Task<byte[]> ReadAsync(int piece, CancellationToken cancellationToken);
}
