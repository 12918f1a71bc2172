using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MultiLine.Embedded.Calls;
using MultiLine.Embedded.Hosting;
using MultiLine.Embedded.Turns;
using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Activations;

/// <summary>All activations of the host, by grain. There is never more than one of a grain, except of stateless workers.</summary>
internal sealed class Catalog : IDisposable
{
    /// <summary>How often a request may find its activation ended before it began: a grain that always ends itself must not spin.</summary>
    private const int MaxForwards = 100;

    /// <summary>How often within the age at which an activation is idle those that are are looked for: there may be very many activations.</summary>
    private const int LooksForIdle = 15;

    private readonly ConcurrentDictionary<GrainId, ICallTarget> _targets = new();
    private readonly Func<GrainId, ICallTarget> _make;
    private readonly CancellationTokenSource _stopping = new();
    private readonly long _responseTimeout;
    private volatile Phase _phase;
    private ITimer? _sweep;
    private long _lookedForIdle;

    public Catalog(
        GrainClasses classes,
        IServiceProvider services,
        SharedServices shared,
        IEnumerable<IIncomingGrainCallFilter> filters,
        EmbeddedHostOptions options,
        TimeProvider time,
        ILogger log)
    {
        (Classes, Services, Shared, Filters, Options, Time, Log) = (classes, services, shared, [.. filters], options, time, log);
        _responseTimeout = Timestamps(options.ResponseTimeout);
        // One for all of them: there may be very many activations.
        Action<Activation> ended = activation => _targets.TryRemove(new(activation.GrainId, activation));
        _make = id => Classes.Of(id.Type) is { MaxWorkers: null } @class
            ? new Activation(id, @class, this, ended)
            : new WorkerPool(id, Classes.Of(id.Type), this, pool => _targets.TryRemove(new(id, pool)));
    }

    private enum Phase
    {
        New,
        Running,
        Draining,
        Stopped,
    }

    public GrainClasses Classes { get; }

    public IServiceProvider Services { get; }

    public SharedServices Shared { get; }

    public IIncomingGrainCallFilter[] Filters { get; }

    public EmbeddedHostOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    /// <summary>Cancelled when the host stops or is killed.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public void Start()
    {
        _phase = Phase.Running;
        var interval = Options.ResponseTimeout < TimeSpan.FromSeconds(4) ? Options.ResponseTimeout / 4 : TimeSpan.FromSeconds(1);
        _sweep = Time.CreateTimer(static catalog => ((Catalog)catalog!).Sweep(), this, interval, interval);
    }

    /// <summary>Takes no more calls from outside, lets those under way and waiting finish, and ends all activations.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_phase is Phase.Running)
        {
            _phase = Phase.Draining;
            await _stopping.CancelAsync();
            try
            {
                while (!_targets.IsEmpty)
                {
                    await EndAll(new(DeactivationReasonCode.ShuttingDown, "The host is stopping.")).WaitAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                Log.StoppedEarly(_targets.Count);
            }
        }

        Kill();
    }

    /// <summary>Ends everything at once, without another turn.</summary>
    public void Kill()
    {
        if (_phase is not Phase.Stopped)
        {
            _phase = Phase.Stopped;
            _stopping.Cancel();
        }

        _sweep?.Dispose();
        Visit(activation => activation.Kill());
        _targets.Clear();
    }

    /// <exception cref="SiloUnavailableException">The host takes no calls (from outside, while it stops).</exception>
    public void EnsureOpen()
    {
        if (_phase is not Phase.Running && (_phase is not Phase.Draining || TurnScheduler.CurrentContext is null))
        {
            throw new SiloUnavailableException(_phase is Phase.New ? "The host is not started yet." : "The host is stopped.");
        }
    }

    /// <summary>The timestamp at which a call that starts now has taken too long.</summary>
    public long DeadlineAfter(TimeSpan? limit) => Time.GetTimestamp() + (limit is { } own ? Timestamps(own) : _responseTimeout);

    /// <returns>Who has taken the request.</returns>
    public ICallTarget Send(GrainId grainId, Request request)
    {
        while (_phase is not Phase.Stopped)
        {
            var target = _targets.GetOrAdd(grainId, _make);
            if (target.TryReceive(request))
            {
                return target;
            }

            _targets.TryRemove(new(grainId, target));
        }

        throw new SiloUnavailableException("The host is stopped.");
    }

    /// <summary>Passes on a request whose activation has ended before it began.</summary>
    public void Forward(GrainId grainId, Request request)
    {
        if (request.IsOfOneActivation || request.IsAbandoned)
        {
            return;
        }

        if (++request.Forwarded > MaxForwards)
        {
            request.Fail(new OrleansException($"{grainId} ended {MaxForwards} times before it came to this call."));
            return;
        }

        try
        {
            Send(grainId, request);
        }
        catch (SiloUnavailableException e)
        {
            request.Fail(e);
        }
    }

    public void Dispose()
    {
        Kill();
        _stopping.Dispose();
    }

    public void Visit(Action<Activation> visit)
    {
        foreach (var target in _targets.Values)
        {
            target.Visit(visit);
        }
    }

    private Task EndAll(DeactivationReason reason)
    {
        var ending = new List<Task>();
        Visit(activation =>
        {
            activation.Deactivate(reason);
            ending.Add(activation.Deactivated);
        });
        return Task.WhenAll(ending);
    }

    private void Sweep()
    {
        var now = Time.GetTimestamp();
        var looksForIdle = Time.GetElapsedTime(_lookedForIdle, now) >= Options.CollectionAge / LooksForIdle;
        _lookedForIdle = looksForIdle ? now : _lookedForIdle;
        Visit(activation =>
        {
            if (activation.HasRequests)
            {
                activation.TimeOut(now);
            }

            if (looksForIdle)
            {
                activation.DeactivateIfIdle(Options.CollectionAge, "It was idle.");
            }
        });
    }

    private long Timestamps(TimeSpan time) => (long)(time.TotalSeconds * Time.TimestampFrequency);
}
