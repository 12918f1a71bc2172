namespace MultiLine.Load.Filled;

/// <param name="Talks">With how many contacts the line talks.</param>
/// <param name="Messages">How many messages each talk has.</param>
internal sealed record FilledSize(int Talks, int Messages)
{
    /// <summary>With how many further contacts the line has talked for very long; they come behind the others.</summary>
    public int LongTalks { get; init; }

    /// <summary>How many events each of those talks has.</summary>
    public int Events { get; init; }

    /// <summary>The folder's name.</summary>
    public string Name => LongTalks == 0 ? $"{Talks}x{Messages}" : $"{Talks}x{Messages}-{LongTalks}x{Events}";
}
