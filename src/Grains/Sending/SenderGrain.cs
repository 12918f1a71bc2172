using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Domain;
using MultiLine.Domain.Sending;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Storage.Outbound;
using Orleans.Concurrency;

namespace MultiLine.Grains.Sending;

/// <summary>
/// Drives a number's queue. The queue itself is stored; what is here is only pace: lost with the activation, and built anew from the
/// queue. That no message is attempted twice is for the conversation to see to.
/// </summary>
[GrainType("sender"), Reentrant]
public sealed class SenderGrain(IOutboundQueue queue, IOptions<SendingLimits> limits, TimeProvider time, ILogger<SenderGrain> log)
    : Grain, ISenderGrain, IRemindable
{
    private const int HeadsAtOnce = 200;
    private const string Reminder = "look-at-the-queue";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The longest time without a look at the queue while the grain is active.</summary>
    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private Permits _permits = null!;
    private IGrainTimer _timer = null!;
    private NumberPause? _pause;
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
            LookAgain(time.GetUtcNow() + AfterFault);
            throw;
        }
        finally
        {
            _pumping = false;
        }
    }

    public Task Release(PermitReturn permit)
    {
        var heldUntil = permit.HoldFor is { } rest ? time.GetUtcNow() + rest : (DateTimeOffset?)null;
        var conversation = ConversationKey.Parse(permit.Conversation);
        _permits.Return(conversation, permit.MessageId, heldUntil);
        if (Words.Read<MessageLimit>(permit.UsedUp) is { } limit)
        {
            _permits.UseUp(limit, conversation, time.GetUtcNow());
        }

        if (permit.Served is { } served)
        {
            _setbacks = served ? Setbacks.None : _setbacks.Another(time.GetUtcNow());
        }

        if (permit.Pause is { } pause)
        {
            log.NumberPaused(Key, pause.ProviderCode);
            _pause = pause;
        }

        return Wake();
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
    private async Task<DateTimeOffset> Pump()
    {
        var now = time.GetUtcNow();
        var lookAgain = now + LookAtLeastEvery;
        if (TriedAgainAt is { } again && now < again)
        {
            await Resolve(now);
            return await NextLook(now, again);
        }

        _pause = null;
        _permits.Tidy(now);
        if (now < _setbacks.QuietUntil)
        {
            await Resolve(now);
            return await NextLook(now, _setbacks.QuietUntil);
        }

        var dispatcher = GrainFactory.GetGrain<IDispatcherGrain>(Key[..Key.IndexOf('/', StringComparison.Ordinal)]);
        foreach (var head in await queue.ReadDueHeadsAsync(Key, now, HeadsAtOnce + _permits.CountUnready(now)))
        {
            if (_setbacks.OnlyOne && (_permits.Out > 0 || now < _setbacks.QuietUntil))
            {
                // Whoever has the permit, or has just returned it, finds out how it goes on, and that wakes us.
                break;
            }

            var permit = _permits.Ask(head, now);
            if (permit.ExpiresAt is { } expires)
            {
                await dispatcher.Dispatch(new DispatchOrder(Key, head.Conversation.ToString(), head.MessageId, expires));
            }
            else if (permit.AskAgainAt < lookAgain)
            {
                lookAgain = permit.AskAgainAt.Value;
            }
        }

        return await NextLook(now, lookAgain);
    }

    /// <summary>Ends attempts whose outcome nobody knows in time. No message goes out with that.</summary>
    private async Task Resolve(DateTimeOffset now)
    {
        foreach (var overdue in await queue.ReadOverdueAttemptsAsync(Key, now, HeadsAtOnce))
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

    private async Task<DateTimeOffset> NextLook(DateTimeOffset now, DateTimeOffset latest) =>
        await queue.NextDueAsync(Key, now) is { } due && due < latest ? due : latest;

    private void LookAgain(DateTimeOffset at)
    {
        var wait = at - time.GetUtcNow();
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
