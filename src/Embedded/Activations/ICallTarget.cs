using MultiLine.Embedded.Calls;

namespace MultiLine.Embedded.Activations;

/// <summary>What a grain's identity leads to: its activation, or the workers of a stateless worker.</summary>
internal interface ICallTarget
{
    /// <summary>Takes a request, to begin now or later.</summary>
    /// <returns>False if it has ended, so that the request must go to its successor.</returns>
    bool TryReceive(Request request);

    void Visit(Action<Activation> visit);
}
