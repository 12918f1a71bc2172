using MultiLine.Connectors.WhatsApp;
using MultiLine.Domain;
using MultiLine.Domain.Sending;
using MultiLine.Grains.Clock;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Sending;

/// <summary>
/// Which messages are out with a dispatcher or rest, and what the limits of the number and of each pair still allow. All times are those of a
/// <see cref="SteadyClock"/>.
/// </summary>
internal sealed class Permits(SendingLimits limits)
{
    private readonly Dictionary<(ConversationKey Conversation, string MessageId), TimeSpan> _out = [];
    private readonly Dictionary<(ConversationKey Conversation, string MessageId), TimeSpan> _held = [];
    private readonly Dictionary<ConversationKey, TokenBucket> _pairs = [];
    private TokenBucket _number = new(limits.MessagesPerSecond, TimeSpan.FromSeconds(1) / limits.MessagesPerSecond);

    public int Out => _out.Count;

    /// <summary>When the number may send again, whoever is next; null where it may now.</summary>
    public TimeSpan? NextOfNumber(TimeSpan now) => _number.HasToken(now) ? null : _number.NextAt(now);

    /// <summary>How many messages the number may send at once.</summary>
    public int LeftOfNumber(TimeSpan now) => _number.Tokens(now);

    /// <summary>Gives a permit, or says when to ask again.</summary>
    public Permit Ask(QueuedMessage message, TimeSpan now)
    {
        var key = (message.Conversation, message.MessageId);
        if (IsOut(message, now))
        {
            return new Permit(null, _out[key]);
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

    /// <summary>Whether a dispatcher has it.</summary>
    public bool IsOut(QueuedMessage message, TimeSpan now) =>
        _out.TryGetValue((message.Conversation, message.MessageId), out var expires) && now < expires;

    /// <param name="conversation">Whose message.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="heldUntil">Until when it gets no other permit; null where it may have one at once.</param>
    public void Return(ConversationKey conversation, string messageId, TimeSpan? heldUntil)
    {
        _out.Remove((conversation, messageId));
        if (heldUntil is { } until)
        {
            _held[(conversation, messageId)] = until;
        }
    }

    /// <summary>The provider says that a limit is used up, whatever was counted here.</summary>
    public void UseUp(MessageLimit limit, ConversationKey conversation, TimeSpan now)
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
    public void Tidy(TimeSpan now)
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

    private static void Drop(Dictionary<(ConversationKey Conversation, string MessageId), TimeSpan> messages, TimeSpan now)
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
internal sealed record Permit(TimeSpan? ExpiresAt, TimeSpan? AskAgainAt);
