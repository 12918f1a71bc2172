using Orleans.Runtime;

namespace MultiLine.Embedded.Reminders;

/// <summary>Reminders by the time of their next tick. There may be very many, so it holds what the ticks need and no more.</summary>
internal sealed class ReminderQueue
{
    /// <summary>So many ticks that were set anew may be in the queue before it is cleared of them.</summary>
    private const int LeastToClear = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId Grain, string Name), ScheduledReminder> _byKey = [];
    private readonly PriorityQueue<ScheduledReminder, (DateTime Due, long Number)> _byDue = new();
    private long _number;

    /// <summary>When the next tick is due; null when there is none.</summary>
    public DateTime? EarliestDue
    {
        get
        {
            lock (_gate)
            {
                return Earliest()?.Due;
            }
        }
    }

    /// <summary>Sets the next tick of a reminder, instead of the one that is set for its name.</summary>
    public void Set(ScheduledReminder reminder, DateTime due)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(reminder.Key, out var before))
            {
                before.Number = 0;
            }

            _byKey[reminder.Key] = reminder;
            Schedule(reminder, due);
            if (_byDue.Count > (2 * _byKey.Count) + LeastToClear)
            {
                ClearOfOld();
            }
        }
    }

    /// <summary>Moves every next tick: the clock by which they are set was set itself.</summary>
    public void Move(TimeSpan by)
    {
        lock (_gate)
        {
            _byDue.Clear();
            foreach (var reminder in _byKey.Values.OrderBy(reminder => reminder.Number))
            {
                Schedule(reminder, reminder.Due + by);
            }
        }
    }

    public void Remove((GrainId Grain, string Name) key)
    {
        lock (_gate)
        {
            if (_byKey.Remove(key, out var reminder))
            {
                reminder.Number = 0;
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
    public List<ScheduledReminder> TakeDue(DateTime now)
    {
        var due = new List<ScheduledReminder>();
        lock (_gate)
        {
            while (Earliest() is { } next && next.Due <= now)
            {
                due.Add(next);
                Schedule(next, next.NextAfter(now));
            }
        }

        return due;
    }

    private void Schedule(ScheduledReminder reminder, DateTime due)
    {
        (reminder.Due, reminder.Number) = (due, ++_number);
        _byDue.Enqueue(reminder, (due, _number));
    }

    /// <summary>The next one. What was set anew, or removed, is dropped here.</summary>
    private ScheduledReminder? Earliest()
    {
        while (_byDue.TryPeek(out var reminder, out var set))
        {
            if (reminder.Number == set.Number)
            {
                return reminder;
            }

            _byDue.Dequeue();
        }

        return null;
    }

    private void ClearOfOld()
    {
        _byDue.Clear();
        _byDue.EnqueueRange(_byKey.Values.Select(reminder => (reminder, (reminder.Due, reminder.Number))));
    }
}
