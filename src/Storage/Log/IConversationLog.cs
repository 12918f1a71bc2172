using MultiLine.Domain;

namespace MultiLine.Storage.Log;

/// <summary>
/// The append-only event log of every conversation, with what is written in the same step: claims, content, marks for the
/// followers and the outbound queue.
/// </summary>
public interface IConversationLog
{
    /// <summary>Writes the whole step durably or none of it.</summary>
    Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default);

    /// <summary>Events with a version above <paramref name="afterVersion"/>, oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LogRow>> ReadAsync(
        ConversationKey conversation, long afterVersion, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Events of each of these parts of logs, as far as there are any, oldest first; of all of them together at most <paramref name="limit"/>, so that
    /// some may be left out, and one may end too early.
    /// </summary>
    Task<IReadOnlyDictionary<ConversationKey, IReadOnlyList<LogRow>>> ReadAsync(
        IReadOnlyCollection<LogRange> ranges, int limit, CancellationToken cancellationToken = default);

    /// <summary>Events with a version below <paramref name="beforeVersion"/>, newest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LogRow>> ReadBackwardsAsync(
        ConversationKey conversation, long beforeVersion, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// All events about these messages, oldest first. Whoever knows up to which version the log must be read at least may be given what this process
    /// has written itself, and need not wait for the file.
    /// </summary>
    Task<IReadOnlyList<LogRow>> ReadMessagesAsync(
        ConversationKey conversation, IReadOnlyCollection<string> messageIds, long through = long.MaxValue, CancellationToken cancellationToken = default);

    /// <summary>The organisation's conversations whose keys come behind <paramref name="after"/>, by key. Its audit log is one of them.</summary>
    Task<IReadOnlyList<ConversationKey>> ListAsync(
        string organization, ConversationKey? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Who holds this claim, or null.</summary>
    Task<ClaimHolder?> FindClaimAsync(string scope, string key, CancellationToken cancellationToken = default);

    /// <summary>The sealed content of these versions; versions without content (or disposed of) are left out.</summary>
    Task<IReadOnlyDictionary<long, byte[]>> ReadContentAsync(
        ConversationKey conversation, IReadOnlyCollection<long> versions, CancellationToken cancellationToken = default);

    /// <summary>The same for events of several conversations.</summary>
    Task<IReadOnlyDictionary<LogPlace, byte[]>> ReadContentAsync(IReadOnlyCollection<LogPlace> places, CancellationToken cancellationToken = default);

    /// <summary>The sealed original of this version, as it was before policy changed it; null where it did not, or where it was disposed of.</summary>
    Task<byte[]?> ReadOriginalAsync(ConversationKey conversation, long version, CancellationToken cancellationToken = default);
}
