using MultiLine.Domain;
using MultiLine.Domain.Retention;

namespace MultiLine.Storage.Retention;

/// <summary>
/// Disposal of content, in steps. A step decides and deletes in one transaction, by the rules and the holds as they are in it, and records in the
/// same what it deleted: a hold that was placed before it keeps everything that it covers, however shortly before.
/// </summary>
public interface IDisposal
{
    /// <summary>The run that has not ended; null where there is none.</summary>
    Task<DisposalRun?> FindOpenAsync(string organization, CancellationToken cancellationToken = default);

    /// <summary>Begins a run, unless one is open: then that one is returned.</summary>
    Task<DisposalRun> BeginAsync(DisposalRun run, CancellationToken cancellationToken = default);

    /// <summary>
    /// Disposes of what is due among the content of a conversation above a version. Repeated after a crash it finds nothing more to do.
    /// </summary>
    Task<DisposalStep> DisposeAsync(DisposalRequest request, CancellationToken cancellationToken = default);

    /// <summary>Disposes of items of the raw inbox that were replayed, or came, before these times.</summary>
    /// <returns>How many; fewer than the limit where no more are due.</returns>
    Task<int> DisposeOfRawItemsAsync(RawDisposalRequest request, CancellationToken cancellationToken = default);

    /// <summary>The run has come this far.</summary>
    Task PassAsync(DisposalRun run, ConversationKey place, CancellationToken cancellationToken = default);

    Task EndAsync(DisposalRun run, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Runs, newest first, below an id.</summary>
    Task<IReadOnlyList<DisposalRun>> ListAsync(string organization, string? before, int limit, CancellationToken cancellationToken = default);

    /// <summary>All holds of the organisation, those that were lifted among them, in the order in which they were placed.</summary>
    Task<IReadOnlyList<LegalHold>> HoldsAsync(string organization, CancellationToken cancellationToken = default);

    /// <summary>Leaves nothing of what was deleted in the files beside the database.</summary>
    /// <returns>False where a reader was in the way: then some of it may still be in the write-ahead log.</returns>
    Task<bool> EraseTracesAsync(CancellationToken cancellationToken = default);
}

/// <param name="Organization">Whose.</param>
/// <param name="Id">Our own id; ids sort by time.</param>
/// <param name="StartedBy">The person who asked for it, or <see cref="Domain.Audit.AuditEvent.BySystem"/>.</param>
/// <param name="StartedAt">Our time.</param>
public sealed record DisposalRun(string Organization, string Id, string StartedBy, DateTimeOffset StartedAt)
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The conversation that it has come to, which is done; null at the beginning.</summary>
    public ConversationKey? Place { get; init; }

    /// <summary>Events whose content it disposed of.</summary>
    public long Disposed { get; init; }

    /// <summary>Events whose content was due and is held.</summary>
    public long Held { get; init; }

    /// <summary>Items of the raw inbox that it disposed of.</summary>
    public long RawItems { get; init; }
}

/// <param name="Run">The run that the step is a part of.</param>
/// <param name="Conversation">Which conversation.</param>
/// <param name="AfterVersion">Above which version.</param>
/// <param name="Limit">How many events with content are looked at.</param>
/// <param name="Now">Our time.</param>
/// <param name="Archive">The follower that has to hear of the acts.</param>
public sealed record DisposalRequest(
    DisposalRun Run, ConversationKey Conversation, long AfterVersion, int Limit, DateTimeOffset Now, string Archive);

/// <param name="Decision">What was due, and how much of it is held.</param>
/// <param name="Next">The version to go on above; null where the conversation is done.</param>
public sealed record DisposalStep(DisposalDecision Decision, long? Next);

/// <param name="Run">The run that the step is a part of; its organisation is the one that runs the system.</param>
/// <param name="ReplayedBefore">Those that a replay took in before this time are due.</param>
/// <param name="ReceivedBefore">Those that came before this time are due.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Now">Our time.</param>
/// <param name="Archive">The follower that has to hear of the act.</param>
public sealed record RawDisposalRequest(
    DisposalRun Run, DateTimeOffset ReplayedBefore, DateTimeOffset ReceivedBefore, int Limit, DateTimeOffset Now, string Archive);
