namespace MultiLine.GrainCalls.Grains;

/// <summary>A grain that is called.</summary>
[Alias("bench.IDeskGrain")]
public interface IDeskGrain : IGrainWithStringKey
{
    /// <summary>Argument and answer cross as they are, as all contract records do.</summary>
    [Alias("Take")]
    Task<Receipt> Take(Note note);

    /// <summary>Argument and answer are mutable, so both are copied on their way.</summary>
    [Alias("Exchange")]
    Task<IList<Note>> Exchange(IList<Note> notes);
}

[GrainType("bench.desk")]
public sealed class DeskGrain : Grain, IDeskGrain
{
    private long _taken;

    public Task<Receipt> Take(Note note) => Task.FromResult(new Receipt(note.Id, ++_taken));

    public Task<IList<Note>> Exchange(IList<Note> notes) => Task.FromResult(notes);
}
