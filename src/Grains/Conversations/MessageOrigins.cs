using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Grains.Telemetry;

namespace MultiLine.Grains.Conversations;

/// <summary>
/// In which trace each open message was asked for, so that its attempts, which may come much later, can be found from there. For those who
/// look at traces only: it is lost with the activation.
/// </summary>
internal sealed class MessageOrigins
{
    /// <summary>Made where somebody looks at traces.</summary>
    private Dictionary<string, string>? _traces;

    public string? Of(string messageId) => _traces?.GetValueOrDefault(messageId);

    public void Note(IEnumerable<ConversationEvent> events, ConversationState after)
    {
        if (Spans.Here is not { } here)
        {
            return;
        }

        _traces ??= [];
        foreach (var asked in events.Where(e => e is MessageAccepted or MessageQueued).Cast<IMessageEvent>())
        {
            _traces.TryAdd(asked.MessageId, here);
        }

        foreach (var ended in _traces.Keys.Where(messageId => after.FindOpen(messageId) is null))
        {
            _traces.Remove(ended);
        }
    }
}
