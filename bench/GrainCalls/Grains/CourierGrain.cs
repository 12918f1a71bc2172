namespace MultiLine.GrainCalls.Grains;

/// <summary>A grain that calls others.</summary>
[Alias("bench.ICourierGrain")]
public interface ICourierGrain : IGrainWithStringKey
{
    /// <summary>Hands the note to so many desks, one after the other, from this one on.</summary>
    [Alias("Deliver")]
    Task Deliver(Note note, int desk, int count);
}

[GrainType("bench.courier")]
public sealed class CourierGrain : Grain, ICourierGrain
{
    private IDeskGrain[] _desks = [];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _desks = Desks.All(GrainFactory);
        return Task.CompletedTask;
    }

    public async Task Deliver(Note note, int desk, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _desks[(desk + i) % _desks.Length].Take(note);
        }
    }
}
