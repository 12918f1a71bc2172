using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// The message of ours that a conversation had to do with last. The next thing that is heard is mostly about the same one, and its events need not be
/// read and folded again.
/// </summary>
internal sealed class LastMessage
{
    private MessageView? _view;

    public MessageView? Find(string messageId) => _view?.MessageId == messageId ? _view : null;

    /// <summary>Takes what the log says of a message up to where the conversation stands.</summary>
    public void Keep(MessageView view) => _view = view;

    /// <summary>Takes events that have become durable behind all that was noted before.</summary>
    /// <param name="version">Of the conversation before them.</param>
    /// <param name="events">In the order of the log.</param>
    public void Note(long version, IEnumerable<ConversationEvent> events)
    {
        foreach (var e in events)
        {
            version++;
            if (e is not IMessageEvent about)
            {
                continue;
            }

            var known = Find(about.MessageId);
            if (MessageView.Apply(known, version, e) is { } next && (known is not null || !next.Inbound))
            {
                _view = next;
            }
        }
    }

    /// <summary>Somebody else has written.</summary>
    public void Forget() => _view = null;
}
