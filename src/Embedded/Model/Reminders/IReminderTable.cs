using Orleans.Runtime;

namespace Orleans;

/// <summary>Where reminders are stored, registered as a service.</summary>
public interface IReminderTable
{
    Task StartAsync(CancellationToken cancellationToken = default)
#pragma warning disable CS0618 // Implementations from before StartAsync still have Init only.
        => Init();
#pragma warning restore CS0618

    [Obsolete("Implement and use StartAsync instead")]
    Task Init() => Task.CompletedTask;

    /// <returns>All reminders of one grain.</returns>
    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <returns>
    /// The reminders of the grains whose <see cref="GrainId.GetUniformHashCode"/> is in (begin, end]; where
    /// <paramref name="begin"/> is not less than <paramref name="end"/> the range wraps, so (0, 0) is all of them.
    /// </returns>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Inserts or replaces, whatever ETag is stored.</summary>
    /// <returns>The new ETag.</returns>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <returns>Whether it was there with that ETag, and is removed.</returns>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);

    Task TestOnlyClearTable();

    Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}

/// <summary>Rows read from an <see cref="IReminderTable"/>.</summary>
public sealed class ReminderTableData
{
    public ReminderTableData() => Reminders = [];

    public ReminderTableData(ReminderEntry entry) => Reminders = [entry];

    public ReminderTableData(IEnumerable<ReminderEntry> list) => Reminders = [.. list];

    public IList<ReminderEntry> Reminders { get; }
}

/// <summary>One stored reminder.</summary>
public sealed class ReminderEntry
{
    public GrainId GrainId { get; set; }

    public string ReminderName { get; set; } = null!;

    /// <summary>When the first tick is due, UTC.</summary>
    public DateTime StartAt { get; set; }

    public TimeSpan Period { get; set; }

    public string? ETag { get; set; }

    public override string ToString() => $"<GrainId={GrainId} ReminderName={ReminderName} Period={Period}>";
}
