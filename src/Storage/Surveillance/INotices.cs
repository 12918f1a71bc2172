using MultiLine.Domain;

namespace MultiLine.Storage.Surveillance;

/// <summary>What people are told of: messages in which a rule found something that names them. The review queue's follower writes them.</summary>
public interface INotices
{
    /// <summary>A person's, newest first.</summary>
    /// <param name="organization">The person's.</param>
    /// <param name="person">Whose.</param>
    /// <param name="before">Only those below this <see cref="Notice.Id"/>.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Notice>> ListAsync(string organization, string person, long before, int limit, CancellationToken cancellationToken = default);

    /// <summary>How many of a person's the person has not seen.</summary>
    Task<long> UnseenAsync(string organization, string person, CancellationToken cancellationToken = default);

    /// <summary>The person has seen all up to this one. Going back does nothing.</summary>
    Task SeeAsync(string organization, string person, long through, CancellationToken cancellationToken = default);
}

/// <param name="Id">Newer ones have higher ids.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Conversation">Whose event holds the message; it may be of an organisation below the person's.</param>
/// <param name="Version">Of the event.</param>
/// <param name="Seen">The person has seen it.</param>
public sealed record Notice(long Id, string Rule, ConversationKey Conversation, long Version, bool Seen);
