using MultiLine.Domain;
using MultiLine.Domain.Messages;

namespace MultiLine.Grains.Inbox;

/// <summary>
/// The messages of ours that threads show, as they were when the thread was followed last: most of what comes next tells what became of the same one.
/// Those of the threads where something happened last are kept, of all lines together.
/// </summary>
/// <param name="generation">How many are kept in one generation. There are two, so that at least as many are kept as one holds.</param>
public sealed class ShownMessages(int generation = 8_192)
{
    private readonly Lock _lock = new();
    private Dictionary<ConversationKey, (long Followed, MessageView View)> _young = [];
    private Dictionary<ConversationKey, (long Followed, MessageView View)> _old = [];

    /// <summary>The message as it was when its thread was followed up to just this version; null where that is not known.</summary>
    public MessageView? Find(ConversationKey conversation, long followed, string messageId)
    {
        lock (_lock)
        {
            return (_young.TryGetValue(conversation, out var kept) || _old.TryGetValue(conversation, out kept))
                && kept.Followed == followed && kept.View.MessageId == messageId ? kept.View : null;
        }
    }

    /// <summary>Of what a contact writes nothing more is heard, as a rule, so that it would only be in the way.</summary>
    public void Keep(ConversationKey conversation, long followed, MessageView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Inbound)
        {
            return;
        }

        lock (_lock)
        {
            if (_young.Count == generation && !_young.ContainsKey(conversation))
            {
                (_old, _young) = (_young, []);
            }

            _young[conversation] = (followed, view);
        }
    }
}
