namespace MultiLine.Embedded.Tests.Activations;

public interface ICounted : IGrainWithStringKey
{
    Task Touch();
}

/// <summary>Activated by one test only: Orleans counts the activations of a class over all silos of the process.</summary>
[GrainType("test.counted")]
public sealed class CountedGrain : Grain, ICounted
{
    /// <summary>As statistics name it.</summary>
    public static readonly string ClassName = $"{typeof(CountedGrain).FullName},{typeof(CountedGrain).Assembly.GetName().Name}";

    public Task Touch() => Task.CompletedTask;
}
