using MultiLine.Connectors.WhatsApp;
using MultiLine.Domain;
using MultiLine.Domain.Sending;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Sending;

/// <summary>Which messages are out with a dispatcher or rest, and what the limits of the number and of each pair still allow.</summary>
internal sealed class Permits(SendingLimits limits)
{
    private readonly Dictionary<(ConversationKey Conversation, string MessageId), DateTimeOffset> _out = [];
    private readonly Dictionary<(ConversationKey Conversation, string MessageId), DateTimeOffset> _held = [];
    private readonly Dictionary<ConversationKey, TokenBucket> _pairs = [];
    private TokenBucket _number = new(limits.MessagesPerSecond, TimeSpan.FromSeconds(1) / limits.MessagesPerSecond);

    public int Out => _out.Count;

    /// <summary>How many messages may stand at the front of the queue and get no permit now. Who looks at no more than them looks at nobody.</summary>
    public int CountUnready(DateTimeOffset now) => _out.Count + _held.Count + _pairs.Values.Count(pair => !pair.HasToken(now));

    /// <summary>Gives a permit, or says when to ask again.</summary>
    public Permit Ask(QueuedMessage message, DateTimeOffset now)
    {
        var key = (message.Conversation, message.MessageId);
        if (_out.TryGetValue(key, out var expires) && now < expires)
        {
            return new Permit(null, expires);
        }

        if (_held.TryGetValue(key, out var until) && now < until)
        {
            return new Permit(null, until);
        }

        var pair = Pair(message.Conversation);
        if (!_number.HasToken(now) || !pair.HasToken(now))
        {
            var (ofNumber, ofPair) = (_number.NextAt(now), pair.NextAt(now));
            return new Permit(null, ofNumber > ofPair ? ofNumber : ofPair);
        }

        _number = _number.Take(now);
        _pairs[message.Conversation] = pair.Take(now);
        _out[key] = now + limits.PermitLifetime;
        return new Permit(_out[key], null);
    }

    /// <param name="conversation">Whose message.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="heldUntil">Until when it gets no other permit; null where it may have one at once.</param>
    public void Return(ConversationKey conversation, string messageId, DateTimeOffset? heldUntil)
    {
        _out.Remove((conversation, messageId));
        if (heldUntil is { } until)
        {
            _held[(conversation, messageId)] = until;
        }
    }

    /// <summary>The provider says that a limit is used up, whatever was counted here.</summary>
    public void UseUp(MessageLimit limit, ConversationKey conversation, DateTimeOffset now)
    {
        if (limit == MessageLimit.Number)
        {
            _number = _number.Empty(now);
        }
        else
        {
            _pairs[conversation] = Pair(conversation).Empty(now);
        }
    }

    private TokenBucket Pair(ConversationKey conversation) =>
        _pairs.GetValueOrDefault(conversation) ?? new TokenBucket(limits.PairBurst, limits.PairInterval);

    /// <summary>Forgets pairs that are back at their full burst, permits that have expired, and messages that have rested.</summary>
    public void Tidy(DateTimeOffset now)
    {
        foreach (var (conversation, bucket) in _pairs)
        {
            if (bucket.IsFull(now))
            {
                _pairs.Remove(conversation);
            }
        }

        Drop(_out, now);
        Drop(_held, now);
    }

    private static void Drop(Dictionary<(ConversationKey Conversation, string MessageId), DateTimeOffset> messages, DateTimeOffset now)
    {
        foreach (var (message, until) in messages)
        {
            if (until <= now)
            {
                messages.Remove(message);
            }
        }
    }
}

/// <param name="ExpiresAt">Of the permit that was given.</param>
/// <param name="AskAgainAt">Where none was given.</param>
internal sealed record Permit(DateTimeOffset? ExpiresAt, DateTimeOffset? AskAgainAt);
