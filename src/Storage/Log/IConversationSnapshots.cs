using MultiLine.Domain;

namespace MultiLine.Storage.Log;

/// <summary>The folded state of each conversation that is long, so that nobody has to read its log from the beginning. Derived from the log.</summary>
public interface IConversationSnapshots
{
    /// <summary>The conversation's newest snapshot, or null.</summary>
    Task<SnapshotRow?> FindAsync(ConversationKey conversation, CancellationToken cancellationToken = default);

    /// <summary>Keeps a snapshot in place of an older one; of a newer one nothing changes. Its version must be in the log.</summary>
    Task KeepAsync(ConversationKey conversation, SnapshotRow snapshot, CancellationToken cancellationToken = default);
}

/// <param name="Version">Up to which version of the log it is folded.</param>
/// <param name="Schema">Schema version of the body, and of the fold that it came of.</param>
/// <param name="Body">JSON, UTF-8.</param>
public sealed record SnapshotRow(long Version, int Schema, byte[] Body);
