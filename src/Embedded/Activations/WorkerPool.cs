using MultiLine.Embedded.Calls;
using Orleans.Runtime;

namespace MultiLine.Embedded.Activations;

/// <summary>The activations of one stateless worker: a request goes to an idle one, to a new one, or to the least busy one.</summary>
internal sealed class WorkerPool(GrainId grainId, GrainClass @class, Catalog catalog, Action<ICallTarget> ended) : ICallTarget
{
    private readonly List<Activation> _workers = [];
    private bool _closed;

    public bool TryReceive(Request request)
    {
        lock (_workers)
        {
            while (!_closed)
            {
                var worker = Choose();
                if (worker.TryReceive(request))
                {
                    return true;
                }

                _workers.Remove(worker);
            }

            return false;
        }
    }

    public void Visit(Action<Activation> visit)
    {
        Activation[] workers;
        lock (_workers)
        {
            workers = [.. _workers];
        }

        Array.ForEach(workers, visit);
    }

    private Activation Choose()
    {
        var (best, load) = ((Activation?)null, int.MaxValue);
        foreach (var worker in _workers)
        {
            if (worker.Load is var own && (best is null || own < load))
            {
                (best, load) = (worker, own);
                if (load == 0)
                {
                    break;
                }
            }
        }

        if (best is null || (load > 0 && _workers.Count < @class.MaxWorkers))
        {
            best = new(grainId, @class, catalog, OnEnded);
            _workers.Add(best);
        }

        return best;
    }

    private void OnEnded(Activation worker)
    {
        lock (_workers)
        {
            _workers.Remove(worker);
            if (_workers.Count > 0)
            {
                return;
            }

            _closed = true;
        }

        ended(this);
    }
}
