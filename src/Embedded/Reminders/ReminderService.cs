using Microsoft.Extensions.Logging;
using MultiLine.Embedded.Calls;
using MultiLine.Embedded.Hosting;
using Orleans;
using Orleans.Runtime;
using Orleans.Timers;

namespace MultiLine.Embedded.Reminders;

/// <summary>
/// Keeps the reminders of all grains: stored in the table, and in memory with one timer for the earliest. What was missed while the
/// host was down ticks once at start, then by period. Where the clock is set back, ticks come when they would have come; where it is set forward, those
/// come at once whose time that is.
/// </summary>
internal sealed class ReminderService(
    GrainReferenceFactory grains, IReminderTable? table, EmbeddedHostOptions options, TimeProvider time, ILogger log)
    : IReminderRegistry
{
    /// <summary>The longest time until it is seen that the clock was set.</summary>
    private static readonly TimeSpan s_lookAtLeastEvery = TimeSpan.FromMinutes(1);

    /// <summary>Less is none: a clock that is only slowed is not set back.</summary>
    private static readonly TimeSpan s_leastSetBack = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ReminderQueue _queue = new();
    private (DateTimeOffset Now, long Steady) _lastLook = (time.GetUtcNow(), time.GetTimestamp());
    private ITimer? _timer;

    private IReminderTable Table => table ?? throw new InvalidOperationException(
        $"Reminders need an {nameof(IReminderTable)}; none is registered.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (table is null)
        {
            return;
        }

        await table.StartAsync(cancellationToken);
        var stored = await table.ReadRows(0, 0);
        _timer = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var types = new Dictionary<GrainType, GrainType>();
        foreach (var entry in stored.Reminders)
        {
            // Each row brings its own copy of the few names and types that there are.
            var type = One(types, entry.GrainId.Type);
            _queue.Set(new(new(type, entry.GrainId.Key), One(names, entry.ReminderName), entry.StartAt, entry.Period), entry.StartAt);
        }

        Arm();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Kill();
        if (table is not null)
        {
            await table.StopAsync(cancellationToken);
        }
    }

    public void Kill()
    {
        _timer?.Dispose();
        _queue.Clear();
    }

    public async Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reminderName);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < options.MinimumReminderPeriod)
        {
            throw new ArgumentException(
                $"Cannot register reminder {reminderName} as requested period ({period}) is less than minimum allowed reminder period ({options.MinimumReminderPeriod})",
                nameof(period));
        }

        FollowClock();
        var entry = new ReminderEntry
        {
            GrainId = callingGrainId,
            ReminderName = reminderName,
            StartAt = time.GetUtcNow().UtcDateTime + dueTime,
            Period = period,
        };
        entry.ETag = await Table.UpsertRow(entry);
        _queue.Set(new(callingGrainId, reminderName, entry.StartAt, period), entry.StartAt);
        Arm();
        return new Reminder(entry);
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        var own = reminder as Reminder ?? throw new ArgumentException("The reminder is not one of this host.", nameof(reminder));
        if (!await Table.RemoveRow(callingGrainId, own.ReminderName, own.Entry.ETag!)
            && await Table.ReadRow(callingGrainId, own.ReminderName) is not null)
        {
            throw new ReminderException($"Could not unregister reminder {own.ReminderName} of {callingGrainId}: it was changed since it was read.");
        }

        _queue.Remove((callingGrainId, own.ReminderName));
        Arm();
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        await Table.ReadRow(callingGrainId, reminderName) is { } entry ? new Reminder(entry) : null;

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        [.. (await Table.ReadRows(callingGrainId)).Reminders.Select(entry => new Reminder(entry))];

    private static T One<T>(Dictionary<T, T> known, T value) where T : notnull =>
        known.TryAdd(value, value) ? value : known[value];

    private void Arm()
    {
        if (_queue.EarliestDue is { } due)
        {
            var wait = due - time.GetUtcNow().UtcDateTime;
            _timer?.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > s_lookAtLeastEvery ? s_lookAtLeastEvery : wait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A clock that was set back would put every tick off by as much.</summary>
    private void FollowClock()
    {
        lock (_gate)
        {
            var (now, steady) = (time.GetUtcNow(), time.GetTimestamp());
            var set = now - _lastLook.Now - time.GetElapsedTime(_lastLook.Steady, steady);
            _lastLook = (now, steady);
            if (set <= -s_leastSetBack)
            {
                _queue.Move(set);
            }
        }
    }

    private void Tick()
    {
        FollowClock();
        foreach (var reminder in _queue.TakeDue(time.GetUtcNow().UtcDateTime))
        {
            _ = TickAsync(reminder);
        }

        Arm();
    }

    private async Task TickAsync(ScheduledReminder reminder)
    {
        try
        {
            var status = new TickStatus(reminder.StartAt, reminder.Period, time.GetUtcNow().UtcDateTime);
            await grains.GetGrain<IRemindable>(reminder.Grain).ReceiveReminder(reminder.Name, status);
        }
#pragma warning disable CA1031 // A tick that fails is logged; the next one comes.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.ReminderFailed(e, reminder.Name, reminder.Grain);
        }
    }
}
