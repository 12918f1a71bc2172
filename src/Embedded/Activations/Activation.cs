using Microsoft.Extensions.Logging;
using MultiLine.Embedded.Calls;
using MultiLine.Embedded.Hosting;
using MultiLine.Embedded.State;
using MultiLine.Embedded.Streams;
using MultiLine.Embedded.Timers;
using MultiLine.Embedded.Turns;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace MultiLine.Embedded.Activations;

/// <summary>
/// The life of one grain object: requests wait until it is active, begin by the rules of interleaving, and go on to the next
/// activation when this one ends first.
/// </summary>
internal sealed partial class Activation : IGrainContext, ICallTarget
{
    /// <summary>Its scheduler's too.</summary>
    private readonly Lock _gate = new();
    private readonly Admission _requests;
    private readonly TurnScheduler _scheduler;
    private readonly Action<Activation> _ended;
    private TaskCompletionSource? _deactivated;
    private List<ILoadedState>? _states;
    private IGrainBase? _grain;
    private Life _life;
    private DeactivationReason? _end;
    private long _lastUsed;
    private bool _forgotten;

    /// <param name="grainId">The grain.</param>
    /// <param name="class">Its class.</param>
    /// <param name="catalog">The host's activations.</param>
    /// <param name="ended">Forgets this activation, so that the next request makes a new one.</param>
    public Activation(GrainId grainId, GrainClass @class, Catalog catalog, Action<Activation> ended)
    {
        GrainId = grainId;
        Class = @class;
        Catalog = catalog;
        _ended = ended;
        _requests = new(@class);
        _scheduler = new(this, _gate);
        _lastUsed = catalog.Time.GetTimestamp();
    }

    private enum Life
    {
        New,
        Activating,
        Active,
        Deactivating,
        Ended,
    }

    public GrainId GrainId { get; }

    public GrainClass Class { get; }

    public Catalog Catalog { get; }

    public ILogger Log => Catalog.Log;

    public object? GrainInstance => _grain;

    /// <summary>Made for those who ask, of whom there are few.</summary>
    public Task Deactivated
    {
        get
        {
            lock (_gate)
            {
                return _forgotten ? Task.CompletedTask : (_deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    /// <summary>Who takes the items of which stream; used inside turns only.</summary>
    public StreamObservers Observers => field ??= new();

    public ActivationTimers Timers => field ?? Interlocked.CompareExchange(ref field, new(), null) ?? field;

    /// <summary>Whether requests are under way or waiting, as far as can be seen without waiting for who changes that just now.</summary>
    public bool HasRequests => _requests.Count > 0;

    /// <summary>Requests under way and waiting; <see cref="int.MaxValue"/> when it is about to end.</summary>
    public int Load
    {
        get
        {
            lock (_gate)
            {
                return IsClosing ? int.MaxValue : _requests.Count;
            }
        }
    }

    /// <summary>Whether no request begins here any more. At shutdown those that wait still do.</summary>
    private bool IsClosing => _end is { ReasonCode: not DeactivationReasonCode.ShuttingDown };

    public void Visit(Action<Activation> visit) => visit(this);

    /// <summary>Has a state read before the grain is activated.</summary>
    public void LoadFirst(ILoadedState state) => (_states ??= []).Add(state);

    public bool TryReceive(Request request)
    {
        lock (_gate)
        {
            if (_life is Life.Ended)
            {
                return false;
            }

            if (_life is Life.Active && !IsClosing && _requests.MayBegin(request))
            {
                Begin(request);
                return true;
            }

            _requests.Wait(request);
            if (_life is Life.New)
            {
                _life = Life.Activating;
                StartOnScheduler(ActivateAsync);
            }

            return true;
        }
    }

    /// <summary>A request has ended: what waited for it begins.</summary>
    public void End(Request request)
    {
        lock (_gate)
        {
            if (_life is Life.Ended)
            {
                return;
            }

            _requests.End(request);
            if (request.KeepsAlive)
            {
                _lastUsed = Catalog.Time.GetTimestamp();
            }

            Continue();
        }
    }

    /// <summary>An error leaves the grain: what it knows of its state may be wrong.</summary>
    public void OnFailure(Exception error)
    {
        if (error is InconsistentStateException { IsSourceActivation: true } stale)
        {
            stale.IsSourceActivation = false;
            Deactivate(new(DeactivationReasonCode.ApplicationError, error, "The stored state was changed by somebody else."));
        }
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _end ??= deactivationReason;
            if (_life is Life.Active)
            {
                Continue();
            }
        }
    }

    /// <summary>Ends it if nothing has happened for <paramref name="age"/>.</summary>
    public bool DeactivateIfIdle(TimeSpan age, string why)
    {
        lock (_gate)
        {
            var idle = _life is Life.Active && _end is null && _requests.NoneRuns && Catalog.Time.GetElapsedTime(_lastUsed) >= age;
            if (idle)
            {
                Deactivate(new(DeactivationReasonCode.ActivationIdle, why));
            }

            return idle;
        }
    }

    /// <summary>Lets go the callers whose time is over. The grain is not disturbed.</summary>
    public void TimeOut(long now)
    {
        IReadOnlyList<Request> late;
        lock (_gate)
        {
            late = _requests.Overdue(now);
        }

        foreach (var request in late)
        {
            request.TimeOut(Catalog.Options.ResponseTimeout);
        }
    }

    /// <summary>Ends it without another turn, as if the process had died.</summary>
    public void Kill()
    {
        List<Request> lost;
        lock (_gate)
        {
            _scheduler.Kill();
            _life = Life.Ended;
            lost = _requests.TakeAll();
        }

        Timers.StopAll();
        lost.ForEach(request => request.Fail(new SiloUnavailableException("The host was killed.")));
        Forgotten();
    }

    private void Begin(Request request)
    {
        request.Activation = this;
        _requests.Begin(request);
        _scheduler.Begin(request);
    }

    private void Continue()
    {
        while (!IsClosing && _requests.Next() is { } request)
        {
            Begin(request);
        }

        if (_end is not null && _requests.NoneRuns)
        {
            _life = Life.Deactivating;
            StartOnScheduler(DeactivateAsync);
        }
    }

    private async Task ActivateAsync()
    {
        try
        {
            _grain = Class.Construct(this);
            foreach (var state in _states ?? [])
            {
                await state.ReadStateAsync();
            }

            await _grain.OnActivateAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever keeps it from being activated is the answer to the calls that wait for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.ActivationFailed(e, GrainId);
            await ReleaseAsync();
            foreach (var request in Finish())
            {
                request.Fail(e);
            }

            return;
        }

        lock (_gate)
        {
            if (_life is Life.Activating)
            {
                _life = Life.Active;
                Continue();
            }
        }
    }

    private async Task DeactivateAsync()
    {
        Timers.StopAll();
        try
        {
            using var limit = new CancellationTokenSource(Catalog.Options.DeactivationTimeout, Catalog.Time);
            await _grain!.OnDeactivateAsync(_end!.Value, limit.Token).WaitAsync(limit.Token);
        }
#pragma warning disable CA1031 // It ends anyway.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.DeactivationFailed(e, GrainId);
        }

        await ReleaseAsync();
        foreach (var request in Finish())
        {
            Catalog.Forward(GrainId, request);
        }
    }

    /// <summary>Lets go of the grain object and its services; only after this may a successor be made.</summary>
    private async Task ReleaseAsync()
    {
        Timers.StopAll();
        try
        {
            switch (_grain)
            {
                case IAsyncDisposable grain:
                    await grain.DisposeAsync();
                    break;
                case IDisposable grain:
                    grain.Dispose();
                    break;
            }

            await ReleaseServicesAsync();
        }
#pragma warning disable CA1031 // It ends anyway.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.DeactivationFailed(e, GrainId);
        }
    }

    /// <returns>The requests that have not begun.</returns>
    private List<Request> Finish()
    {
        List<Request> left;
        lock (_gate)
        {
            _life = Life.Ended;
            left = _requests.TakeWaiting();
        }

        _ended(this);
        Forgotten();
        return left;
    }

    private void Forgotten()
    {
        lock (_gate)
        {
            _forgotten = true;
            _deactivated?.TrySetResult();
        }
    }

    private void StartOnScheduler(Func<Task> work) => _scheduler.Begin(new Work(work));

    /// <summary>Work of the activation itself.</summary>
    private sealed class Work(Func<Task> work) : ITurn
    {
        public void Run() => _ = work();
    }
}
