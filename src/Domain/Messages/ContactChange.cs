using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Messages;

/// <summary>What the contact did with a message afterwards.</summary>
/// <param name="At">The provider's time.</param>
/// <param name="Version">The event that holds the content.</param>
/// <param name="Removed">It was taken back.</param>
public sealed record ContactChange(DateTimeOffset At, long Version, bool Removed)
{
    /// <summary>What policy found in an edit; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }

    /// <summary>Changes come in any order: the newest counts, by the provider's time.</summary>
    internal static ContactChange Newer(ContactChange? known, IProviderEvent told, long version, bool removed = false) =>
        known is not null && (known.At, known.Version).CompareTo((told.ProviderAt, version)) > 0
            ? known
            : new ContactChange(told.ProviderAt, version, removed) { Policy = (told as IInspectedEvent)?.Policy };
}
