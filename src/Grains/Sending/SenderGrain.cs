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

    /// <summary>The longest time without a look at the queue while the grain is active.</summary>
    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private readonly SteadyClock _steady = new(time);
    private readonly ClockWatch _clock = new(time);
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
            static (sender, _) => sender.Wake(),
            this,
            new GrainTimerCreationOptions(LookAtLeastEvery, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Wake();

    public async Task Wake()
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
                LookAgain(await Pump());
            }
        }
        catch
        {
            // Its timer has fired and nobody else would set it again.
            LookAgain(_steady.Now + AfterFault);
            throw;
        }
        finally
        {
            _pumping = false;
        }
    }

    public Task Release(PermitReturn permit)
    {
        var heldUntil = permit.HoldFor is { } rest ? _steady.Now + rest : (TimeSpan?)null;
        var conversation = ConversationKey.Parse(permit.Conversation);
        _permits.Return(conversation, permit.MessageId, heldUntil);
        if (Words.Read<MessageLimit>(permit.UsedUp) is { } limit)
        {
            _permits.UseUp(limit, conversation, _steady.Now);
        }

        if (permit.Served is { } served)
        {
            _setbacks = served ? Setbacks.None : _setbacks.Another(_steady.Now);
        }

        if (permit.Pause is { } pause)
        {
            log.NumberPaused(Key, pause.ProviderCode);
            (_pause, _pausedUntil) = (pause, _steady.Now + limits.Value.PauseFor);
        }

        // While all dispatchers are busy, nothing is gained by handing out more.
        return _permits.Out > DispatcherGrain.MaxDispatchers ? Task.CompletedTask : Wake();
    }

    public Task<NumberHealth> GetHealth() => Task.FromResult(new NumberHealth(_pause, _permits.Out, TriedAgainAt));

    public Task Resume()
    {
        _pause = null;
        _setbacks = Setbacks.None;
        return Wake();
    }

    private DateTimeOffset? TriedAgainAt => _pause?.At + limits.Value.PauseFor;

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    /// <summary>Hands out what is due; says when to look again.</summary>
    private async Task<TimeSpan> Pump()
    {
        await FollowClock();
        var (now, steady) = (time.GetUtcNow(), _steady.Now);
        var lookAgain = steady + LookAtLeastEvery;
        if (_pause is not null && steady < _pausedUntil)
        {
            await Resolve(now, steady);
            return await NextLook(now, steady, _pausedUntil);
        }

        _pause = null;
        _permits.Tidy(steady);
        if (steady < _setbacks.QuietUntil)
        {
            await Resolve(now, steady);
            return await NextLook(now, steady, _setbacks.QuietUntil);
        }

        var dispatcher = GrainFactory.GetGrain<IDispatcherGrain>(Key[..Key.IndexOf('/', StringComparison.Ordinal)]);
        await foreach (var head in ReadDueHeads(now))
        {
            if (_permits.NextOfNumber(steady) is { } next)
            {
                lookAgain = next < lookAgain ? next : lookAgain;
                break;
            }

            if (_permits.Out >= MostOut || (_setbacks.OnlyOne && (_permits.Out > 0 || steady < _setbacks.QuietUntil)))
            {
                // Whoever has the permit, or has just returned it, finds out how it goes on, and that wakes us.
                break;
            }

            var permit = _permits.Ask(head, steady);
            if (permit.ExpiresAt is { } expires)
            {
                await dispatcher.Dispatch(new DispatchOrder(Key, head.Conversation.ToString(), head.MessageId, now + (expires - steady)));
            }
            else if (permit.AskAgainAt < lookAgain)
            {
                lookAgain = permit.AskAgainAt.Value;
            }
        }

        return await NextLook(now, steady, lookAgain);
    }

    /// <summary>For as long as somebody goes on: all those at the front may have to wait.</summary>
    private async IAsyncEnumerable<QueuedMessage> ReadDueHeads(DateTimeOffset now)
    {
        IReadOnlyList<QueuedMessage> page;
        var place = 0L;
        do
        {
            page = await queue.ReadDueHeadsAsync(Key, now, place, HeadsAtOnce);
            foreach (var head in page)
            {
                yield return head;
                place = head.Place;
            }
        }
        while (page.Count == HeadsAtOnce);
    }

    /// <summary>What is stored to be waited for is waited for by the clock. One that was set back would make of a second as much as it was set back by.</summary>
    private async Task FollowClock()
    {
        if (_clock.Look() is var set && set != TimeSpan.Zero)
        {
            log.ClockSet(Key, set);
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

    private async Task<TimeSpan> NextLook(DateTimeOffset now, TimeSpan steady, TimeSpan latest) =>
        await queue.NextDueAsync(Key, now) is { } due && steady + (due - now) < latest ? steady + (due - now) : latest;

    private void LookAgain(TimeSpan at)
    {
        var wait = at - _steady.Now;
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
