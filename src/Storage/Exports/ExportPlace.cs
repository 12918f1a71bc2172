namespace MultiLine.Storage.Exports;

/// <summary>How far an export has come.</summary>
/// <param name="Shard">The shard that is written.</param>
/// <param name="Sequence">The last record of it that was written.</param>
/// <param name="Piece">Of the file that came with this record, the piece that comes next, from 0; null where there is none any more.</param>
public sealed record ExportPlace(int Shard, long Sequence, int? Piece = null)
{
    public static ExportPlace Start { get; } = new(0, 0);
}

/// <param name="Lines">Each with its line feed.</param>
/// <param name="Records">How many of them are records or leaves.</param>
/// <param name="Next">Where to go on; null where everything was written but the end.</param>
public sealed record ExportPiece(IReadOnlyList<byte[]> Lines, int Records, ExportPlace? Next);
