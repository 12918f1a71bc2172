using MultiLine.Domain;
using MultiLine.Domain.Sending;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Sending;

/// <summary>Which messages are out with a dispatcher, and what the limits of the number and of each pair still allow.</summary>
internal sealed class Permits(SendingLimits limits)
{
    private readonly Dictionary<(ConversationKey Conversation, string MessageId), DateTimeOffset> _out = [];
    private readonly Dictionary<ConversationKey, TokenBucket> _pairs = [];
    private TokenBucket _number = new(limits.MessagesPerSecond, TimeSpan.FromSeconds(1) / limits.MessagesPerSecond);

    public int Count => _out.Count;

    /// <summary>Gives a permit, or says when to ask again; null for both where the message is out already.</summary>
    public Permit Ask(QueuedMessage message, DateTimeOffset now)
    {
        var key = (message.Conversation, message.MessageId);
        if (_out.TryGetValue(key, out var expires) && now < expires)
        {
            return new Permit(null, expires);
        }

        var pair = _pairs.GetValueOrDefault(message.Conversation) ?? new TokenBucket(limits.PairBurst, limits.PairInterval);
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

    public void Return(ConversationKey conversation, string messageId) => _out.Remove((conversation, messageId));

    /// <summary>Forgets pairs that are back at their full burst, and permits that have expired.</summary>
    public void Tidy(DateTimeOffset now)
    {
        foreach (var (conversation, bucket) in _pairs)
        {
            if (bucket.IsFull(now))
            {
                _pairs.Remove(conversation);
            }
        }

        foreach (var (message, expires) in _out)
        {
            if (expires <= now)
            {
                _out.Remove(message);
            }
        }
    }
}

/// <param name="ExpiresAt">Of the permit that was given.</param>
/// <param name="AskAgainAt">Where none was given.</param>
internal sealed record Permit(DateTimeOffset? ExpiresAt, DateTimeOffset? AskAgainAt);
