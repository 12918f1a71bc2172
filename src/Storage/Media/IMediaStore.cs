using MultiLine.Domain;

namespace MultiLine.Storage.Media;

/// <summary>
/// Which files are kept, and which events have which: a file goes with the last content that it came with. Tokens are keyed hashes of a file's
/// SHA-256; see <see cref="KeptMedia"/>, which everybody but a follower uses.
/// </summary>
public interface IMediaStore
{
    /// <summary>Up to which entry of the shard's ledger it has come; 0 at first.</summary>
    Task<long> PlaceAsync(string shard, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes the files that the entries between two places of a shard came with, all or none, and moves the place. False, and nothing is done, if the place isn't
    /// where it is expected. An event whose content was disposed of meanwhile is left out.
    /// </summary>
    /// <param name="shard">Of the ledger.</param>
    /// <param name="after">Where the place is expected.</param>
    /// <param name="through">Where it is then; above <paramref name="after"/>.</param>
    /// <param name="wanted">The files.</param>
    /// <param name="due">When those that are not kept already are to be looked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">An event is not in the log.</exception>
    Task<bool> WantAsync(
        string shard, long after, long through, IReadOnlyList<WantedMedium> wanted, DateTimeOffset due, CancellationToken cancellationToken = default);

    /// <summary>Files of a shard's events that are to be looked for by now, those that have waited longest first.</summary>
    Task<IReadOnlyList<DueMedium>> DueAsync(string shard, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Makes due what waits though its <see cref="Domain.Media.MediaFetching.Wait"/> is over: the clock was set back since it began.</summary>
    Task EndWaitsAsync(string shard, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>It is looked for again, later.</summary>
    Task PostponeAsync(long sequence, DateTimeOffset due, CancellationToken cancellationToken = default);

    /// <summary>It is not looked for any more.</summary>
    Task MissAsync(long sequence, CancellationToken cancellationToken = default);

    /// <summary>The event has the file, which is kept from now on, in place of one of the same token that may have been.</summary>
    /// <returns>False, and nothing is kept, where the event's content was disposed of meanwhile.</returns>
    Task<bool> KeepAsync(long sequence, StoredMedium medium, CancellationToken cancellationToken = default);

    /// <summary>The event has a file that is kept already.</summary>
    /// <returns>False where it is not, or where the event's content was disposed of meanwhile.</returns>
    Task<bool> UseAsync(long sequence, string organization, string token, CancellationToken cancellationToken = default);

    Task<StoredMedium?> FindAsync(string organization, string token, CancellationToken cancellationToken = default);

    /// <summary>Files that nothing has any more.</summary>
    Task<IReadOnlyList<string>> TrashAsync(int limit, CancellationToken cancellationToken = default);

    /// <summary>They are deleted.</summary>
    Task ClearTrashAsync(IReadOnlyCollection<string> files, CancellationToken cancellationToken = default);

    /// <summary>Those of these files that no medium has.</summary>
    Task<IReadOnlyList<string>> UnknownAsync(IReadOnlyCollection<string> files, CancellationToken cancellationToken = default);
}

/// <param name="Conversation">Whose event.</param>
/// <param name="Version">Of the event.</param>
/// <param name="Token">Of the digest that was stated with it; null where none was.</param>
public sealed record WantedMedium(ConversationKey Conversation, long Version, string? Token);

/// <param name="Sequence">Of the event in the log.</param>
/// <param name="RecordedAt">When the event was recorded.</param>
/// <param name="Tries">How often it was looked for in vain.</param>
public sealed record DueMedium(long Sequence, ConversationKey Conversation, long Version, DateTimeOffset RecordedAt, int Tries);

/// <param name="Organization">Whose.</param>
/// <param name="Token">Of the bytes' digest.</param>
/// <param name="File">What it is called in the folder of media.</param>
/// <param name="Sealed">Its key, digest and length.</param>
public sealed record StoredMedium(string Organization, string Token, string File, byte[] Sealed);
