namespace MultiLine.Domain.Conversations;

/// <summary>
/// Whether the contact has stopped marketing, by the newest that the provider said; in doubt it has. And when the provider last held some back.
/// </summary>
public sealed record MarketingPreference
{
    public static MarketingPreference Unknown { get; } = new();

    public bool Stopped { get; init; }

    public DateTimeOffset? At { get; init; }

    public DateTimeOffset? HeldBackAt { get; init; }

    public MarketingPreference Learn(bool stopped, DateTimeOffset at) =>
        At > at || At == at && Stopped ? this : this with { Stopped = stopped, At = at };

    public MarketingPreference HoldBack(DateTimeOffset at) => HeldBackAt > at ? this : this with { HeldBackAt = at };
}
