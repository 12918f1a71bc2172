using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Reminders;

/// <summary>A registered reminder.</summary>
internal sealed class Reminder(ReminderEntry entry) : IGrainReminder
{
    public ReminderEntry Entry => entry;

    public string ReminderName => entry.ReminderName;

    public (GrainId Grain, string Name) Key => (entry.GrainId, entry.ReminderName);

    /// <summary>The next time after <paramref name="now"/> that is a whole number of periods after the first.</summary>
    public DateTime NextAfter(DateTime now)
    {
        var sinceFirst = now - entry.StartAt;
        return sinceFirst < TimeSpan.Zero ? entry.StartAt : now + entry.Period - new TimeSpan(sinceFirst.Ticks % entry.Period.Ticks);
    }
}
