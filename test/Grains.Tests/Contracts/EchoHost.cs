namespace MultiLine.Grains.Tests.Contracts;

/// <summary>A host of the echo grain, called from outside. The part that knows the actor host is in the file named after it.</summary>
public sealed partial class EchoHost : IAsyncLifetime
{
    private IGrainFactory _grains = null!;

    public Task<object> Echo(object value) => _grains.GetGrain<IEchoGrain>("echo").Echo(value);
}
