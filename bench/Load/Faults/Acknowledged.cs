using System.Collections.Concurrent;

namespace MultiLine.Load.Faults;

/// <summary>What the product has said that it has.</summary>
internal sealed class Acknowledged
{
    /// <summary>Provider ids of messages that were answered 200.</summary>
    public ConcurrentDictionary<string, bool> Received { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts that were answered 202, by our message id.</summary>
    public ConcurrentDictionary<string, string> Accepted { get; } = new(StringComparer.Ordinal);
}
