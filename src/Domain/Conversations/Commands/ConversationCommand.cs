namespace MultiLine.Domain.Conversations.Commands;

/// <summary>
/// Something that a conversation is asked to do or told of. A command brings every fact that the decision needs and the state does
/// not hold; deciding reads nothing else.
/// </summary>
public abstract record ConversationCommand;

/// <summary>A message of the system that goes out if a decision calls for it; its content is ready and committed to.</summary>
/// <param name="MessageId">Our id for it.</param>
/// <param name="Commitment">Commits to its content.</param>
public sealed record PreparedMessage(string MessageId, string Commitment);
