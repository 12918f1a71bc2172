using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations.Commands;

/// <summary>The contact is another one, whose conversation goes on.</summary>
/// <param name="Contact">Our id of that one.</param>
public sealed record EndInto(string Contact) : ConversationCommand;

/// <summary>Another contact, whose conversation has ended, is this one.</summary>
/// <param name="Contact">Our id of that one.</param>
/// <param name="Standings">Where its conversation stood.</param>
/// <param name="Known">The contact's aliases, now that they are one.</param>
public sealed record Absorb(string Contact, IReadOnlyList<MergedStanding> Standings, Aliases Known) : ConversationCommand;

/// <summary>The provider told another alias of the contact without a message.</summary>
/// <param name="Told">With the provider's time.</param>
public sealed record LearnAliases(Aliases Told) : ConversationCommand;
