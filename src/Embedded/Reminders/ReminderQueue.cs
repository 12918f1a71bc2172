using Orleans.Runtime;

namespace MultiLine.Embedded.Reminders;

/// <summary>Reminders by the time of their next tick.</summary>
internal sealed class ReminderQueue
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId Grain, string Name), (DateTime Due, long Number, Reminder Reminder)> _byKey = [];
    private readonly SortedSet<(DateTime Due, long Number, Reminder Reminder)> _byDue =
        new(Comparer<(DateTime Due, long Number, Reminder)>.Create((a, b) => (a.Due, a.Number).CompareTo((b.Due, b.Number))));

    private long _number;

    /// <summary>When the next tick is due; null when there is none.</summary>
    public DateTime? EarliestDue
    {
        get
        {
            lock (_gate)
            {
                return _byDue.Count > 0 ? _byDue.Min.Due : null;
            }
        }
    }

    /// <summary>Sets the next tick of a reminder, instead of the one that is set for its name.</summary>
    public void Set(Reminder reminder, DateTime due)
    {
        lock (_gate)
        {
            Remove(reminder.Key);
            var set = (due, ++_number, reminder);
            _byKey.Add(reminder.Key, set);
            _byDue.Add(set);
        }
    }

    /// <summary>Moves every next tick: the clock by which they are set was set itself.</summary>
    public void Move(TimeSpan by)
    {
        lock (_gate)
        {
            var set = _byKey.Values.ToList();
            _byKey.Clear();
            _byDue.Clear();
            foreach (var (due, number, reminder) in set)
            {
                var moved = (due + by, number, reminder);
                _byKey.Add(reminder.Key, moved);
                _byDue.Add(moved);
            }
        }
    }

    public void Remove((GrainId Grain, string Name) key)
    {
        lock (_gate)
        {
            if (_byKey.Remove(key, out var set))
            {
                _byDue.Remove(set);
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _byKey.Clear();
            _byDue.Clear();
        }
    }

    /// <returns>The reminders that are due; each is set again for its next tick.</returns>
    public List<Reminder> TakeDue(DateTime now)
    {
        var due = new List<Reminder>();
        lock (_gate)
        {
            while (_byDue.Count > 0 && _byDue.Min is var next && next.Due <= now)
            {
                due.Add(next.Reminder);
                Set(next.Reminder, next.Reminder.NextAfter(now));
            }
        }

        return due;
    }
}
