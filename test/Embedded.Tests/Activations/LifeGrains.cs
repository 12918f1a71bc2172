using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Activations;

public interface ILife : IGrainWithStringKey
{
    /// <summary>The number of this activation among all of the test.</summary>
    Task<int> Number();

    /// <summary>Asks to be deactivated, then waits for a cue and says that it ends.</summary>
    Task EndSoon(string cue);

    Task Work(string cue);
}

public interface IOwner : IGrainWithStringKey
{
    /// <summary>Whether what it asks for again is what it was made with, and nobody else's.</summary>
    Task<bool> HasItsOwn();
}

/// <summary>Says its activations and deactivations; fails to activate as long as the test has not given the cue "healthy".</summary>
[GrainType("test.life")]
public sealed class LifeGrain(Stage stage) : Grain, ILife, IDisposable
{
    /// <summary>As statistics name it.</summary>
    public static readonly string ClassName = $"{typeof(LifeGrain).FullName},{typeof(LifeGrain).Assembly.GetName().Name}";

    private int _number;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (this.GetPrimaryKeyString() == "sick" && !stage.Cue("healthy").IsCompleted)
        {
            throw new InvalidOperationException("not yet healthy");
        }

        stage.Say("activated");
        _number = stage.Count("activated");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        stage.Say($"deactivated: {reason.ReasonCode}");
    }

    public void Dispose() => stage.Say("disposed");

    public Task<int> Number() => Task.FromResult(_number);

    public async Task EndSoon(string cue)
    {
        DeactivateOnIdle();
        await Work(cue);
    }

    public async Task Work(string cue)
    {
        stage.Say($"{cue} begins");
        await stage.Cue(cue);
        stage.Say($"{cue} ends");
    }
}

[GrainType("test.owner")]
public sealed class OwnerGrain(Belongings belongings, IServiceScopeFactory scopes) : Grain, IOwner
{
    public async Task<bool> HasItsOwn()
    {
        await using var other = scopes.CreateAsyncScope();
        return ServiceProvider.GetRequiredService<Belongings>() == belongings && other.ServiceProvider.GetRequiredService<Belongings>() != belongings;
    }
}
