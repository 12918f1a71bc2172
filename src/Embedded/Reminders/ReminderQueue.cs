using Orleans.Runtime;

namespace MultiLine.Embedded.Reminders;

/// <summary>Reminders by the time of their next tick. What was replaced or removed stays in the heap until its time and is passed over.</summary>
internal sealed class ReminderQueue
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId Grain, string Name), Reminder> _current = [];
    private readonly PriorityQueue<Reminder, DateTime> _heap = new();

    /// <summary>When the next tick is due, at the latest; null when there is none.</summary>
    public DateTime? EarliestDue
    {
        get
        {
            lock (_gate)
            {
                return _heap.TryPeek(out _, out var due) ? due : null;
            }
        }
    }

    public void Set(Reminder reminder, DateTime due)
    {
        lock (_gate)
        {
            _current[reminder.Key] = reminder;
            _heap.Enqueue(reminder, due);
        }
    }

    public void Remove((GrainId Grain, string Name) key)
    {
        lock (_gate)
        {
            _current.Remove(key);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _current.Clear();
            _heap.Clear();
        }
    }

    /// <returns>The reminders that are due; each is set again for its next tick.</returns>
    public List<Reminder> TakeDue(DateTime now)
    {
        var due = new List<Reminder>();
        lock (_gate)
        {
            while (_heap.TryPeek(out var reminder, out var at) && at <= now)
            {
                _heap.Dequeue();
                if (IsCurrent(reminder))
                {
                    due.Add(reminder);
                    _heap.Enqueue(reminder, reminder.NextAfter(now));
                }
            }
        }

        return due;
    }

    private bool IsCurrent(Reminder reminder) => _current.TryGetValue(reminder.Key, out var current) && ReferenceEquals(current, reminder);
}
