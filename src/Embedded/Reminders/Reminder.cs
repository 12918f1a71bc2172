using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Reminders;

/// <summary>A registered reminder as its grain gets it.</summary>
internal sealed class Reminder(ReminderEntry entry) : IGrainReminder
{
    public ReminderEntry Entry => entry;

    public string ReminderName => entry.ReminderName;
}
