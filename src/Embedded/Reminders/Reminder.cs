using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Reminders;

/// <summary>A registered reminder.</summary>
internal sealed class Reminder(ReminderEntry entry) : IGrainReminder
{
    public ReminderEntry Entry => entry;

    public string ReminderName => entry.ReminderName;

    public (GrainId Grain, string Name) Key => (entry.GrainId, entry.ReminderName);

    /// <summary>
    /// The next time after the tick of <paramref name="now"/>: a whole number of periods after the first, or one after this where the clock was set back
    /// behind the first.
    /// </summary>
    public DateTime NextAfter(DateTime now)
    {
        var sinceFirst = now - entry.StartAt;
        return now + entry.Period - (sinceFirst < TimeSpan.Zero ? TimeSpan.Zero : new TimeSpan(sinceFirst.Ticks % entry.Period.Ticks));
    }
}
