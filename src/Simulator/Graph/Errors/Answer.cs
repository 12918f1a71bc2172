namespace MultiLine.Simulator.Graph.Errors;

/// <summary>What was asked for, or why not.</summary>
internal readonly record struct Answer<T>(T? Value, GraphError? Refusal)
    where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(GraphError refusal) => new(null, refusal);

    public bool IsRefused(out GraphError refusal, out T value)
    {
        refusal = Refusal!;
        value = Value!;
        return Refusal is not null;
    }
}
