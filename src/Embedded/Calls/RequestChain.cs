namespace MultiLine.Embedded.Calls;

/// <summary>
/// Requests in order, each of which knows its neighbours and so is in one chain only: many activations have none, and then this takes no memory of its own.
/// A copy would go its own way; so it is kept in one field and never passed on.
/// </summary>
internal struct RequestChain
{
    private Request? _last;

    public Request? First { get; private set; }

    public int Count { get; private set; }

    public void Add(Request request)
    {
        request.Previous = _last;
        if (_last is null)
        {
            First = request;
        }
        else
        {
            _last.Next = request;
        }

        _last = request;
        Count++;
    }

    /// <param name="request">It must be in this chain.</param>
    public void Remove(Request request)
    {
        if (request.Previous is null)
        {
            First = request.Next;
        }
        else
        {
            request.Previous.Next = request.Next;
        }

        if (request.Next is null)
        {
            _last = request.Previous;
        }
        else
        {
            request.Next.Previous = request.Previous;
        }

        (request.Previous, request.Next) = (null, null);
        Count--;
    }

    /// <returns>All of them, in order; none is in the chain any more.</returns>
    public List<Request> TakeAll()
    {
        var requests = ToList();
        foreach (var request in requests)
        {
            Remove(request);
        }

        return requests;
    }

    public readonly List<Request> ToList()
    {
        var requests = new List<Request>(Count);
        for (var request = First; request is not null; request = request.Next)
        {
            requests.Add(request);
        }

        return requests;
    }
}
