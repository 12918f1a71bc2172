namespace MultiLine.Grains.Tests.Contracts;

/// <summary>Gives back whatever comes.</summary>
[Alias("ml.tests.IEchoGrain")]
public interface IEchoGrain : IGrainWithStringKey
{
    [Alias("Echo")]
    Task<object> Echo(object value);
}

[GrainType("tests-echo")]
internal sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<object> Echo(object value) => Task.FromResult(value);
}
