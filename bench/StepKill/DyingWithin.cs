using System.Collections;
using MultiLine.Storage.Log;

namespace MultiLine.StepKill;

/// <summary>
/// The queue rows of an append, which the storage reads when it writes them, last of all: inside of the transaction, before its commit. There
/// it is killed.
/// </summary>
internal sealed class DyingWithin(IReadOnlyList<QueueEntry> rows, KillOrder order, IReadOnlyCollection<string> about) : IReadOnlyList<QueueEntry>
{
    public int Count => Reached().Count;

    public QueueEntry this[int index] => Reached()[index];

    public IEnumerator<QueueEntry> GetEnumerator() => Reached().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The step that is appended with these rows instead of its own; whatever is no step is left as it is.</summary>
    public static object? Around(object? argument, KillOrder order, IReadOnlyCollection<string> about) =>
        argument is AppendRequest request ? request with { Enqueue = new DyingWithin(request.Enqueue, order, about) } : argument;

    private IReadOnlyList<QueueEntry> Reached()
    {
        _ = order.Reach("within", about);
        return rows;
    }
}
