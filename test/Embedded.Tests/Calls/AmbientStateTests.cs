using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Calls;

public interface IAmbient : IGrainWithStringKey
{
    /// <summary>What is ambient in the call, and what was at activation.</summary>
    Task<string[]> Seen();
}

[GrainType("test.ambient")]
public sealed class AmbientGrain : Grain, IAmbient
{
    public static readonly AsyncLocal<string?> Ambient = new();

    private string? _atActivation;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        _atActivation = Ambient.Value;
    }

    public async Task<string[]> Seen()
    {
        await Task.Yield();
        return [_atActivation ?? "nothing", Ambient.Value ?? "nothing"];
    }
}

public sealed class AmbientStateTests
{
    [Fact]
    public async Task Nothing_of_a_callers_ambient_state_leaks_into_a_grain_except_the_request_context()
    {
        await using var host = await ActorHostFixture.StartAsync();
        AmbientGrain.Ambient.Value = "the caller's";

        Assert.Equal(["nothing", "nothing"], await host.Grains.GetGrain<IAmbient>("a").Seen());
    }
}
