namespace MultiLine.Load.Running;

/// <summary>What the processes have had of the processors.</summary>
internal sealed record ProcessorTimes(TimeSpan Product, TimeSpan Simulator)
{
    public static ProcessorTimes None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    public static ProcessorTimes operator +(ProcessorTimes one, ProcessorTimes other) => new(one.Product + other.Product, one.Simulator + other.Simulator);

    public static ProcessorTimes operator -(ProcessorTimes one, ProcessorTimes other) => new(one.Product - other.Product, one.Simulator - other.Simulator);
}
