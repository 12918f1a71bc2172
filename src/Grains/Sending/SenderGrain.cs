using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Domain;
using MultiLine.Domain.Sending;
using MultiLine.Grains.Clock;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Storage.Outbound;
using Orleans.Concurrency;

namespace MultiLine.Grains.Sending;

/// <summary>
/// Drives a number's queue. The queue itself is stored; what is here is only pace: lost with the activation, and built anew from the
/// queue. That no message is attempted twice is for the conversation to see to. Its pace is that of a clock that nobody sets.
/// </summary>
[GrainType("sender"), Reentrant]
public sealed class SenderGrain(IOutboundQueue queue, IOptions<SendingLimits> limits, TimeProvider time, ILogger<SenderGrain> log)
    : Grain, ISenderGrain, IRemindable
{
    private const int HeadsAtOnce = 200;

    /// <summary>
    /// How many messages are out with dispatchers at most: more than they have under way, so that none of them waits for the next look. Any more would
    /// only wait there instead of in the queue, and each look at the queue would read past all of them.
    /// </summary>
    private const int MostOut = 2 * DispatcherGrain.MaxDispatchers;

    private const string Reminder = "look-at-the-queue";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private readonly SteadyClock _steady = new(time);
    private readonly ClockWatch _clock = new(time);
    private readonly QueueLook _look = new();
    private Permits _permits = null!;
    private IGrainTimer _timer = null!;
    private NumberPause? _pause;
    private TimeSpan _pausedUntil;
    private bool _waitsAreLookedAt;
    private Setbacks _setbacks = Setbacks.None;
    private bool _wanted;
    private bool _pumping;

    private string Key => this.GetPrimaryKeyString();

    /// <summary>The reminder brings the sender back wherever its activation was lost; the timer keeps the pace.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _permits = new Permits(limits.Value.Of(SenderKey.Parse(Key)));
        await SetReminder();
        _timer = this.RegisterGrainTimer(
            static (sender, _) => sender.Look(),
            this,
            new GrainTimerCreationOptions(QueueLook.FullAtLeastEvery, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => LookFully();

    public Task Wake()
    {
        _look.Stir(_steady.Now);
        return Look();
    }

    public Task Release(PermitReturn permit)
    {
        var heldUntil = permit.HoldFor is { } rest ? _steady.Now + rest : (TimeSpan?)null;
        var conversation = ConversationKey.Parse(permit.Conversation);
        _permits.Return(conversation, permit.MessageId, heldUntil);
        _look.Return(conversation);
        if (Words.Read<MessageLimit>(permit.UsedUp) is { } limit)
        {
            _permits.UseUp(limit, conversation, _steady.Now);
        }

        if (permit.Served is { } served && (served ? Setbacks.None : _setbacks.Another(_steady.Now)) is var setbacks && setbacks != _setbacks)
        {
            _look.FullBy(_steady.Now);
            _setbacks = setbacks;
        }

        if (permit.Pause is { } pause)
        {
            log.NumberPaused(Key, pause.ProviderCode);
            _look.FullBy(_steady.Now);
            (_pause, _pausedUntil) = (pause, _steady.Now + limits.Value.PauseFor);
        }

        // While all dispatchers are busy, nothing is gained by handing out more.
        return _permits.Out > DispatcherGrain.MaxDispatchers ? Task.CompletedTask : Look();
    }

    public Task<NumberHealth> GetHealth() => Task.FromResult(new NumberHealth(_pause, _permits.Out, TriedAgainAt));

    public Task Resume()
    {
        _pause = null;
        _setbacks = Setbacks.None;
        return LookFully();
    }

    private DateTimeOffset? TriedAgainAt => _pause?.At + limits.Value.PauseFor;

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    private Task LookFully()
    {
        _look.FullBy(_steady.Now);
        return Look();
    }

    private async Task Look()
    {
        _wanted = true;
        if (_pumping)
        {
            return;
        }

        _pumping = true;
        try
        {
            while (_wanted)
            {
                _wanted = false;
                await Pump();
                LookAgain(_look.Next);
            }
        }
        catch
        {
            // Nobody knows what was looked at. And its timer has fired and nobody else would set it again.
            _look.FullBy(_steady.Now + AfterFault);
            LookAgain(_steady.Now + AfterFault);
            throw;
        }
        finally
        {
            _pumping = false;
        }
    }

    /// <summary>Hands out what is due, where anything may go out now.</summary>
    private async Task Pump()
    {
        await FollowClock();
        var (now, steady) = (time.GetUtcNow(), _steady.Now);
        var full = _look.IsFullDue(steady);
        if (full)
        {
            _look.BeginFull(steady);
            _permits.Tidy(steady);
        }

        var pausedUntil = _pause is null ? TimeSpan.MinValue : _pausedUntil;
        var quietUntil = pausedUntil > steady ? pausedUntil : _setbacks.QuietUntil;
        if (quietUntil > steady)
        {
            if (full)
            {
                await Resolve(now, steady);
                await LookWhenNextIsDue(now, steady);
                _look.FullBy(quietUntil);
            }

            return;
        }

        _pause = null;
        await (full ? HandOutAll(now, steady) : HandOutRest(steady));
    }

    /// <summary>From the front, for as long as somebody goes on: all those at the front may have to wait.</summary>
    private async Task HandOutAll(DateTimeOffset now, TimeSpan steady)
    {
        IReadOnlyList<QueuedMessage> page;
        do
        {
            page = await queue.ReadDueHeadsAsync(Key, now, _look.UpTo, HeadsAtOnce);
            // After the page: what has come into it meanwhile, and is not due by then, is not overlooked.
            await LookWhenNextIsDue(now, steady);
            foreach (var head in page)
            {
                if (!await HandOut(head))
                {
                    return;
                }

                _look.Advance(head.Place);
            }
        }
        while (page.Count == HeadsAtOnce);
    }

    /// <summary>What has come back, and what stands behind all that was looked at. Everything that came back and stands there too waits for its turn.</summary>
    private async Task HandOutRest(TimeSpan steady)
    {
        _look.GoOn(steady);
        if (_look.HasReturned && IsRoom())
        {
            var heads = await queue.ReadHeadsAsync(Key, _look.TakeReturned());
            foreach (var (index, head) in heads.Index())
            {
                if (head.Place > _look.UpTo)
                {
                    _look.ExpectMore();
                    break;
                }

                if (!await HandOut(head))
                {
                    foreach (var left in heads.Skip(index))
                    {
                        _look.Return(left.Conversation);
                    }

                    return;
                }
            }
        }

        var limit = Math.Clamp(Math.Min(MostOut - _permits.Out, _permits.LeftOfNumber(steady)), 1, HeadsAtOnce);
        while (_look.HasMore && IsRoom())
        {
            _look.BeginRest();
            var stretch = await queue.ReadStretchAsync(Key, _look.UpTo, limit);
            foreach (var head in stretch.Heads)
            {
                if (!await HandOut(head))
                {
                    return;
                }

                _look.Advance(head.Place);
            }

            _look.Advance(stretch.End);
            if (!stretch.IsLast)
            {
                _look.ExpectMore();
            }

            limit = HeadsAtOnce;
        }
    }

    /// <returns>False where it would get a permit and nobody may have one now.</returns>
    private async Task<bool> HandOut(QueuedMessage head)
    {
        var (now, steady) = (time.GetUtcNow(), _steady.Now);
        if (head.NotBefore > now)
        {
            _look.Return(head.Conversation, steady + (head.NotBefore - now));
            return true;
        }

        if (!_permits.IsOut(head, steady) && !IsRoom())
        {
            return false;
        }

        var permit = _permits.Ask(head, steady);
        if (permit.ExpiresAt is { } expires)
        {
            var dispatcher = GrainFactory.GetGrain<IDispatcherGrain>(Key[..Key.IndexOf('/', StringComparison.Ordinal)]);
            await dispatcher.Dispatch(new DispatchOrder(Key, head.Conversation.ToString(), head.MessageId, now + (expires - steady)));
        }
        else
        {
            _look.Return(head.Conversation, permit.AskAgainAt!.Value);
        }

        return true;
    }

    /// <summary>Whether anybody may get a permit now. Where not, the look stops.</summary>
    private bool IsRoom()
    {
        var steady = _steady.Now;
        if (_permits.NextOfNumber(steady) is { } next)
        {
            _look.Stop(next);
            return false;
        }

        if (_permits.Out >= MostOut || (_setbacks.OnlyOne && (_permits.Out > 0 || steady < _setbacks.QuietUntil)))
        {
            // Whoever has the permit, or has just returned it, finds out how it goes on, and that wakes us.
            _look.Stop(goOnAt: null);
            return false;
        }

        return true;
    }

    /// <summary>What is stored to be waited for is waited for by the clock. One that was set back would make of a second as much as it was set back by.</summary>
    private async Task FollowClock()
    {
        if (_clock.Look() is var set && set != TimeSpan.Zero)
        {
            log.ClockSet(Key, set);
            _look.FullBy(_steady.Now);
            _pause = _pause is { } pause ? pause with { At = pause.At + set } : null;
            _waitsAreLookedAt &= set > TimeSpan.Zero;
        }

        if (!_waitsAreLookedAt)
        {
            await queue.EndWaitsAsync(Key, time.GetUtcNow());
            _waitsAreLookedAt = true;
        }
    }

    /// <summary>Ends attempts whose outcome nobody knows in time. No message goes out with that.</summary>
    private async Task Resolve(DateTimeOffset now, TimeSpan steady)
    {
        // Where the clock was set forward, the call of one that seems overdue may be under way.
        foreach (var overdue in (await queue.ReadOverdueAttemptsAsync(Key, now, HeadsAtOnce)).Where(overdue => !_permits.IsOut(overdue, steady)))
        {
            try
            {
                await GrainFactory.GetGrain<IConversationGrain>(overdue.Conversation.ToString()).ResolveAttempt(overdue.MessageId);
            }
            catch (Exception e)
            {
                // The others go on; this one is looked at again with the next look.
                log.OverdueNotResolved(e, overdue.MessageId, overdue.Conversation.ToString());
            }
        }
    }

    private async Task LookWhenNextIsDue(DateTimeOffset now, TimeSpan steady)
    {
        if (await queue.NextDueAsync(Key, now) is { } due)
        {
            _look.FullBy(steady + (due - now));
        }
    }

    private void LookAgain(TimeSpan at)
    {
        var wait = at - _steady.Now;
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
