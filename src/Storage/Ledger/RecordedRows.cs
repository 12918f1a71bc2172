using MultiLine.Storage.Log;

namespace MultiLine.Storage.Ledger;

/// <summary>From entries of the ledger back to the events that they record.</summary>
public static class RecordedRows
{
    /// <summary>The events of these entries, by the entries' sequence.</summary>
    /// <exception cref="InvalidDataException">The log lacks one.</exception>
    public static async Task<IReadOnlyDictionary<long, LogRow>> ReadRecordedAsync(
        this IConversationLog log, IEnumerable<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        var conversations = entries.GroupBy(entry => entry.Conversation).ToList();
        var read = await log.ReadAsync(
            [.. conversations.Select(entries => new LogRange(entries.Key, entries.Min(entry => entry.Version) - 1, entries.Max(entry => entry.Version)))],
            int.MaxValue,
            cancellationToken);
        var recorded = new Dictionary<long, LogRow>();
        foreach (var conversation in conversations)
        {
            var rows = read[conversation.Key].ToDictionary(row => row.Version);
            foreach (var entry in conversation)
            {
                recorded[entry.Sequence] = rows.TryGetValue(entry.Version, out var row)
                    ? row
                    : throw new InvalidDataException($"The log of {conversation.Key} lacks version {entry.Version}, which the ledger has.");
            }
        }

        return recorded;
    }
}
