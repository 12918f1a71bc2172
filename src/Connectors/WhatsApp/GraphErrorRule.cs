namespace MultiLine.Connectors.WhatsApp;

/// <summary>How a code, or each code from <paramref name="First"/> to <paramref name="Last"/>, is handled.</summary>
/// <param name="First">The code.</param>
/// <param name="Last">The last code of a range, else the same.</param>
/// <param name="Handling">What it asks for.</param>
/// <param name="Meaning">In short.</param>
public sealed record GraphErrorRule(int First, int Last, GraphHandling Handling, string Meaning)
{
    internal GraphErrorRule(int code, GraphHandling handling, string meaning)
        : this(code, code, handling, meaning) { }

    /// <summary>How long to wait before a repetition; only with <see cref="GraphHandling.TryAgain"/>.</summary>
    public Backoff? Backoff { get; init; }

    /// <summary>The limit on messages that the code says is used up.</summary>
    public MessageLimit? Limit { get; init; }
}
