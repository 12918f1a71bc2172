namespace MultiLine.Cli.Demonstration.Cast;

/// <summary>A client of the demonstration's bank. People and numbers are invented.</summary>
/// <param name="Name">As the bank knows the client.</param>
/// <param name="Phone">E.164, from a range that its country keeps free for fiction.</param>
internal sealed record Client(string Name, string Phone)
{
    public bool OnWhatsApp { get; init; } = true;

    /// <summary>In which the client is asked for consent.</summary>
    public string Language { get; init; } = "en_US";

    public string FirstName => Name[..Name.IndexOf(' ', StringComparison.Ordinal)];
}
