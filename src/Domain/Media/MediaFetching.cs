namespace MultiLine.Domain.Media;

/// <summary>Why a file that came with a message is not here.</summary>
public enum MediumFailure
{
    /// <summary>The provider can't be reached, or gives nothing just now; or there is no room here.</summary>
    Unavailable,

    /// <summary>The provider does not have it.</summary>
    Gone,

    /// <summary>Its bytes are not those that the message came with.</summary>
    Altered,

    /// <summary>It is larger than files are kept here.</summary>
    TooLarge,
}

/// <summary>How long a file is looked for.</summary>
public static class MediaFetching
{
    /// <summary>For so long the ids in Meta's webhooks are good. Source: docs/whatsapp.md.</summary>
    public static readonly TimeSpan IdsLast = TimeSpan.FromDays(7);

    /// <summary>Before a file is looked for the first time: whoever opens the message at once has it fetched, and it is not fetched twice.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What the provider says it does not have, it may still have a moment later.</summary>
    private const int TriesInVain = 4;

    /// <summary>Nothing is given up as too old before it was looked for so often, in the course of a day: the clock may be wrong.</summary>
    private const int TriesWhateverTheClockSays = 12;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>When it is looked for again; null where it is given up.</summary>
    /// <param name="failure">Why it is not here now.</param>
    /// <param name="tries">How often it was looked for before this time.</param>
    /// <param name="recordedAt">When the message was recorded.</param>
    /// <param name="now">Our time.</param>
    public static DateTimeOffset? Next(MediumFailure failure, int tries, DateTimeOffset recordedAt, DateTimeOffset now)
    {
        return failure switch
        {
            MediumFailure.TooLarge => null,
            MediumFailure.Gone or MediumFailure.Altered when tries + 1 >= TriesInVain => null,
            _ => now - recordedAt >= IdsLast && tries + 1 >= TriesWhateverTheClockSays ? null : now + WaitAfter(tries),
        };
    }

    /// <summary>The wait for the next time, as it is stored.</summary>
    /// <param name="tries">How often it was looked for.</param>
    /// <param name="due">When it is to be looked for next.</param>
    public static StoredWait Wait(int tries, DateTimeOffset due) => new(due - (tries == 0 ? Patience : WaitAfter(tries - 1)), due);

    private static TimeSpan WaitAfter(int tries) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(tries, 20)));
}
