namespace MultiLine.Domain.Conversations;

/// <summary>Whether the contact has stopped marketing, by the newest that the provider said. In doubt it has.</summary>
public sealed record MarketingPreference
{
    public static MarketingPreference Unknown { get; } = new();

    public bool Stopped { get; init; }

    public DateTimeOffset? At { get; init; }

    public MarketingPreference Learn(bool stopped, DateTimeOffset at) =>
        At > at || At == at && Stopped ? this : new MarketingPreference { Stopped = stopped, At = at };
}
