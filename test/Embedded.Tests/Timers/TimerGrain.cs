using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Timers;

public interface ITimers : IGrainWithStringKey
{
    /// <summary>Starts a timer that says each tick, waits for the cue "go" and says the end of the tick.</summary>
    Task Start(string name, TimeSpan due, TimeSpan period, bool interleave, bool keepAlive);

    Task Change(TimeSpan due, TimeSpan period);

    Task Stop();

    Task Work(string cue);

    Task End();
}

[GrainType("test.timers")]
public sealed class TimersGrain(Stage stage) : Grain, ITimers
{
    private IGrainTimer? _timer;

    public Task Start(string name, TimeSpan due, TimeSpan period, bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(
            async (said, _) =>
            {
                stage.Say($"{said} ticks");
                await stage.Cue("go");
                stage.Say($"{said} has ticked");
                if (said == "fails")
                {
                    throw new InvalidOperationException("Not now.");
                }
            },
            name,
            new() { DueTime = due, Period = period, Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public async Task Work(string cue)
    {
        stage.Say($"{cue} begins");
        await stage.Cue(cue);
        stage.Say($"{cue} ends");
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        stage.Say($"{this.GetPrimaryKeyString()} is deactivated");
        return Task.CompletedTask;
    }
}
