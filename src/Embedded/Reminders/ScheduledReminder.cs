using Orleans.Runtime;

namespace MultiLine.Embedded.Reminders;

/// <summary>What the ticks of a reminder need.</summary>
/// <param name="grain">Who is reminded.</param>
/// <param name="name">Of what.</param>
/// <param name="startAt">When the first tick was due.</param>
/// <param name="period">From one tick to the next.</param>
internal sealed class ScheduledReminder(GrainId grain, string name, DateTime startAt, TimeSpan period)
{
    public (GrainId Grain, string Name) Key => (grain, name);

    public GrainId Grain => grain;

    public string Name => name;

    public DateTime StartAt => startAt;

    public TimeSpan Period => period;

    /// <summary>When the next tick is due.</summary>
    public DateTime Due { get; set; }

    /// <summary>Of the setting of this tick, counted over all reminders; 0 when it is no longer to come.</summary>
    public long Number { get; set; }

    /// <summary>
    /// The next time after the tick of <paramref name="now"/>: a whole number of periods after the first, or one after this where the clock was set back
    /// behind the first.
    /// </summary>
    public DateTime NextAfter(DateTime now)
    {
        var sinceFirst = now - startAt;
        return now + period - (sinceFirst < TimeSpan.Zero ? TimeSpan.Zero : new TimeSpan(sinceFirst.Ticks % period.Ticks));
    }
}
