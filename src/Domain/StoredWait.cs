namespace MultiLine.Domain;

/// <summary>
/// A wait whose beginning and end are stored, as moments of a clock that may be set meanwhile. Set back, it would make the wait longer by as much; so
/// the wait is over as well when the clock stands further before its beginning than it was to last. From then on it lasts at most twice as long as was
/// meant, and a clock that was set back a little ends nothing too early.
/// </summary>
/// <param name="Since">Our time when it began.</param>
/// <param name="Until">When it was to end.</param>
public sealed record StoredWait(DateTimeOffset Since, DateTimeOffset Until)
{
    public StoredWait(DateTimeOffset since, TimeSpan span) : this(since, since + span) { }

    public bool IsOver(DateTimeOffset now) => now >= Until || Since - now > Until - Since;

    /// <summary>When it ends, as the clock stands; not after <paramref name="now"/> where it is over.</summary>
    public DateTimeOffset EndsAt(DateTimeOffset now) => Until > now && IsOver(now) ? now : Until;
}
