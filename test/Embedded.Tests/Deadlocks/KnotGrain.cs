using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Deadlocks;

public interface IKnot : IGrainWithStringKey
{
    /// <summary>Has another grain call back while this call is under way.</summary>
    Task Tie(IKnot other);

    /// <summary>Calls the grain that called.</summary>
    Task Tighten(IKnot back);

    Task<string> Answer();
}

/// <summary>Says why a call back came to nothing, and when its own call is over.</summary>
[GrainType("test.knot")]
public sealed class KnotGrain(Stage stage) : Grain, IKnot
{
    public async Task Tie(IKnot other)
    {
        try
        {
            await other.Tighten(this.AsReference<IKnot>());
        }
        finally
        {
            stage.Say($"{this.GetPrimaryKeyString()} is free");
        }
    }

    public async Task Tighten(IKnot back)
    {
        try
        {
            await back.Answer();
        }
        catch (TimeoutException e)
        {
            stage.Say(e.Message);
            throw;
        }
    }

    public Task<string> Answer() => Task.FromResult("free");
}
