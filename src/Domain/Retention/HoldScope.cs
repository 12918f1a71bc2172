using System.Collections.Immutable;

namespace MultiLine.Domain.Retention;

/// <summary>
/// What a legal hold covers: everything of the organisation that fits all that is named here. A line and a contact together are a conversation.
/// Where it is not certain whether something is meant, it is held.
/// </summary>
public sealed record HoldScope
{
    public string? Line { get; init; }

    /// <summary>The contact, and every contact that turned out to be the same one.</summary>
    public string? Contact { get; init; }

    /// <summary>
    /// The person: every conversation in which the person has written, and all of the lines that the person had when the hold was placed or has now.
    /// </summary>
    public string? Person { get; init; }

    /// <summary>The lines that <see cref="Person"/> had when the hold was placed; null where there is no person.</summary>
    public ImmutableArray<string>? PersonLines { get; init; }

    /// <summary>Captured at this time or later, by our own clock.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Captured before this time, by our own clock.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the range of time has something in it.</summary>
    internal bool IsPossible => From is not { } from || Until is not { } until || from < until;

    public bool Covers(HeldConversation conversation, DateTimeOffset capturedAt)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return (Line is null || Line == conversation.Key.Line)
            && (Contact is null || conversation.Contacts.Contains(Contact))
            && (Person is null || conversation.Authors.Contains(Person)
                || PersonLines?.Contains(conversation.Key.Line) == true || conversation.People.Contains(Person))
            && !(capturedAt < From)
            && !(capturedAt >= Until);
    }

    public bool Equals(HoldScope? other) =>
        other is not null
        && (Line, Contact, Person, From, Until) == (other.Line, other.Contact, other.Person, other.From, other.Until)
        && (PersonLines ?? []).SequenceEqual(other.PersonLines ?? []);

    public override int GetHashCode() => HashCode.Combine(Line, Contact, Person, From, Until);
}

/// <summary>What a hold needs to know of a conversation.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Contacts">Its contact, and every contact that turned out to be the same one.</param>
/// <param name="Authors">The people who have written in it, asked in it, or repeated something in it.</param>
/// <param name="People">The people who have its line now.</param>
public sealed record HeldConversation(
    ConversationKey Key, IReadOnlySet<string> Contacts, IReadOnlySet<string> Authors, IReadOnlySet<string> People);
