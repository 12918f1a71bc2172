namespace MultiLine.Storage.Exports;

/// <summary>How far an export has come.</summary>
/// <param name="Shard">The shard that is written.</param>
/// <param name="Sequence">The last record of it that was written.</param>
public sealed record ExportPlace(int Shard, long Sequence)
{
    public static ExportPlace Start { get; } = new(0, 0);
}

/// <param name="Lines">Each with its line feed.</param>
/// <param name="Next">Where to go on; null where everything was written but the end.</param>
public sealed record ExportPiece(IReadOnlyList<byte[]> Lines, ExportPlace? Next);
