using MultiLine.Domain;
using MultiLine.Storage.Content;

namespace MultiLine.Grains.Webhooks;

/// <summary>Tells faults of the surroundings, which pass or which an operator ends, from an item that would fail each time it is tried.</summary>
internal static class PassingFaults
{
    /// <summary>
    /// Whether the item had no part in it: the storage, a key, a time-out, the host. A type that this silo does not know counts too: Orleans
    /// puts an exception of its own in its place.
    /// </summary>
    public static bool Includes(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.Any(Includes),
        StorageUnavailableException or SealBrokenException or TimeoutException or OperationCanceledException
            or ObjectDisposedException or OutOfMemoryException or IOException => true,
        _ => exception.GetType().Namespace is { } space && space.StartsWith("Orleans", StringComparison.Ordinal)
            || exception.InnerException is { } inner && Includes(inner),
    };
}
