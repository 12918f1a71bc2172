namespace MultiLine.Domain.Retention;

/// <summary>
/// When runs of disposal begin by themselves. What was disposed of does not come back, so none begins by a clock that may be wrong: it must have gone
/// on for a while as time does, and must not be so far ahead of the last run that only a person can tell whether so much time has passed.
/// </summary>
public static class DisposalTime
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>For so long the clock must not have been set. One that is wrong at the start of a machine is mostly put right in minutes.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <summary>So far ahead of the last run the clock is believed without being asked for.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromDays(30);

    /// <summary>Whether the next run begins.</summary>
    /// <param name="newest">When the newest run began; null where there was none.</param>
    /// <param name="now">Our time.</param>
    /// <param name="unsetFor">How long the clock is known not to have been set.</param>
    public static DisposalTurn Next(DateTimeOffset? newest, DateTimeOffset now, TimeSpan unsetFor) =>
        newest is { } last && !new StoredWait(last, Every).IsOver(now) ? DisposalTurn.NotDue : Trust(newest, now, unsetFor);

    /// <summary>Whether a run that was cut short goes on.</summary>
    /// <param name="started">When it began.</param>
    /// <param name="now">Our time.</param>
    /// <param name="unsetFor">How long the clock is known not to have been set.</param>
    public static DisposalTurn GoOn(DateTimeOffset started, DateTimeOffset now, TimeSpan unsetFor) =>
        (now - started).Duration() <= Settling ? DisposalTurn.Due : Trust(started, now, unsetFor);

    private static DisposalTurn Trust(DateTimeOffset? last, DateTimeOffset now, TimeSpan unsetFor) =>
        unsetFor < Settling ? DisposalTurn.ClockSettles
        : now - last > Believed ? DisposalTurn.AskPerson
        : DisposalTurn.Due;
}

public enum DisposalTurn
{
    NotDue,

    /// <summary>It is due as soon as the clock has gone on for a while.</summary>
    ClockSettles,

    /// <summary>It is due if the clock is right, which a person has to say by beginning it.</summary>
    AskPerson,

    Due,
}
