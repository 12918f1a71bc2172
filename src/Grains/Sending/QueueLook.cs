using MultiLine.Domain;
using MultiLine.Grains.Clock;

namespace MultiLine.Grains.Sending;

/// <summary>
/// What of a number's queue has been looked at, and what has to be looked at next. New messages stand behind all others, so a look goes on from
/// where the last one ended; of what lies before, only conversations that come back are looked at. A full look begins at the front, and finds
/// whatever else has changed. All times are those of a <see cref="SteadyClock"/>.
/// </summary>
internal sealed class QueueLook
{
    /// <summary>The longest time without a full look.</summary>
    public static readonly TimeSpan FullAtLeastEvery = TimeSpan.FromSeconds(30);

    /// <summary>However much is going on, whatever changes before the place that the looks have come to is seen after this time.</summary>
    public static readonly TimeSpan FullWhenStirred = TimeSpan.FromSeconds(1);

    private readonly HashSet<ConversationKey> _returned = [];
    private readonly PriorityQueue<ConversationKey, TimeSpan> _later = new();
    private TimeSpan? _lastFull;
    private TimeSpan _fullAt;
    private TimeSpan? _goOnAt;

    /// <summary>The place up to which everything has been looked at since the last full look began.</summary>
    public long UpTo { get; private set; }

    /// <summary>Whether there may be something to look at behind <see cref="UpTo"/>.</summary>
    public bool HasMore { get; private set; }

    public bool HasReturned => _returned.Count > 0;

    /// <summary>When there is something to look at, if nothing happens before.</summary>
    public TimeSpan Next
    {
        get
        {
            var next = _goOnAt < _fullAt ? _goOnAt.Value : _fullAt;
            return _later.TryPeek(out _, out var at) && at < next ? at : next;
        }
    }

    public bool IsFullDue(TimeSpan now) => _fullAt <= now;

    /// <summary>Something has come into the queue, or has changed in it.</summary>
    public void Stir(TimeSpan now)
    {
        HasMore = true;
        FullBy(_lastFull + FullWhenStirred is { } at && at > now ? at : now);
    }

    /// <summary>There is a full look no later than then.</summary>
    public void FullBy(TimeSpan at) => _fullAt = at < _fullAt ? at : _fullAt;

    /// <summary>All is looked at, from the front.</summary>
    public void BeginFull(TimeSpan now)
    {
        (_lastFull, _fullAt, _goOnAt) = (now, now + FullAtLeastEvery, null);
        (UpTo, HasMore) = (0, false);
        _returned.Clear();
        _later.Clear();
    }

    /// <summary>Another look goes on from where the last one ended.</summary>
    public void GoOn(TimeSpan now)
    {
        _goOnAt = null;
        while (_later.TryPeek(out var conversation, out var at) && at <= now)
        {
            _later.Dequeue();
            _returned.Add(conversation);
        }
    }

    /// <summary>Everything up to this place has been looked at.</summary>
    public void Advance(long place) => UpTo = place > UpTo ? place : UpTo;

    /// <summary>There is something behind that.</summary>
    public void ExpectMore() => HasMore = true;

    /// <summary>All that is behind is being read. Whoever comes meanwhile says so.</summary>
    public void BeginRest() => HasMore = false;

    /// <summary>The look ends although there is more.</summary>
    /// <param name="goOnAt">When it can go on; null where somebody will say so.</param>
    public void Stop(TimeSpan? goOnAt) => (HasMore, _goOnAt) = (true, goOnAt);

    /// <summary>The first message of this conversation may be another one now, or one that goes out now, wherever it stands.</summary>
    public void Return(ConversationKey conversation) => _returned.Add(conversation);

    /// <summary>As much at a later time. Where a full look comes first, that sees to it.</summary>
    public void Return(ConversationKey conversation, TimeSpan at)
    {
        if (at < _fullAt)
        {
            _later.Enqueue(conversation, at);
        }
    }

    /// <summary>The conversations that have come back. Each is given once.</summary>
    public IReadOnlyList<ConversationKey> TakeReturned()
    {
        IReadOnlyList<ConversationKey> returned = [.. _returned];
        _returned.Clear();
        return returned;
    }
}
