using MultiLine.Embedded.Calls;

namespace MultiLine.Embedded.Activations;

/// <summary>
/// The requests of one activation, under way and waiting, and which may begin: one at a time, except those that interleave. Not
/// synchronised by itself.
/// </summary>
internal sealed class Admission(GrainClass @class)
{
    private RequestChain _running;
    private RequestChain _waiting;
    private int _exclusive;
    private int _readers;

    public int Count => _running.Count + _waiting.Count;

    public bool NoneRuns => _running.Count == 0;

    public bool MayBegin(Request request) => @class.IsReentrant || request.Interleaving switch
    {
        Interleaving.Always => true,
        Interleaving.ReadOnly => _exclusive == 0,
        _ => _exclusive + _readers == 0,
    };

    public void Begin(Request request)
    {
        _running.Add(request);
        Tally(request, 1);
    }

    public void Wait(Request request) => _waiting.Add(request);

    public void End(Request request)
    {
        _running.Remove(request);
        Tally(request, -1);
    }

    /// <returns>A waiting request that may begin now; null if there is none.</returns>
    public Request? Next()
    {
        if (_waiting.First is not { } next)
        {
            return null;
        }

        var begins = MayBegin(next) ? next : @class.HasReadOnlyMethods && _exclusive == 0 ? NextReader() : null;
        if (begins is not null)
        {
            _waiting.Remove(begins);
        }

        return begins;
    }

    /// <summary>Requests that nobody should wait for any longer.</summary>
    public IReadOnlyList<Request> Overdue(long now) => Count == 0
        ? []
        : [.. _running.ToList().Concat(_waiting.ToList()).Where(request => request.Deadline <= now && !request.IsAbandoned)];

    /// <returns>The requests that have not begun, in order; none waits any more.</returns>
    public List<Request> TakeWaiting() => _waiting.TakeAll();

    /// <returns>All requests; none runs or waits any more.</returns>
    public List<Request> TakeAll() => [.. _running.TakeAll(), .. _waiting.TakeAll()];

    /// <summary>A reader may overtake a writer that waits: a reader that runs may depend on it.</summary>
    private Request? NextReader()
    {
        var reader = _waiting.First;
        while (reader is not null && !MayBegin(reader))
        {
            reader = reader.Next;
        }

        return reader;
    }

    private void Tally(Request request, int change)
    {
        _exclusive += request.Interleaving is Interleaving.Exclusive ? change : 0;
        _readers += request.Interleaving is Interleaving.ReadOnly ? change : 0;
    }
}
