using MultiLine.Embedded.Tests.Host;
using Orleans.Concurrency;

namespace MultiLine.Embedded.Tests.Turns;

public interface ITurns : IGrainWithStringKey
{
    /// <summary>Says that it begins, waits for the cue of the same name, and says that it ends.</summary>
    Task Play(string name);

    [ReadOnly]
    Task Read(string name);

    [AlwaysInterleave]
    Task Interleave(string name);

    /// <summary>Adds one in two turns; a lost update shows that another call came between.</summary>
    Task AddSlowly();

    /// <summary>Counts how many threads are inside at once, over several turns.</summary>
    Task<int> MostAtOnce(int turns);

    Task<int> Total();

    /// <summary>Waits for work that runs elsewhere.</summary>
    /// <returns>Whether what follows the wait runs where the call began.</returns>
    Task<bool> ComesBack();
}

public interface IPlainTurns : ITurns;

[GrainType("test.turns")]
public sealed class TurnsGrain(Stage stage) : TurnsBase(stage), IPlainTurns;

public interface IReentrantTurns : ITurns;

[GrainType("test.reentrant-turns"), Reentrant]
public sealed class ReentrantTurnsGrain(Stage stage) : TurnsBase(stage), IReentrantTurns;

public interface IWorkerTurns : ITurns;

[GrainType("test.worker-turns"), StatelessWorker(2)]
public sealed class WorkerTurnsGrain(Stage stage) : TurnsBase(stage), IWorkerTurns;

public abstract class TurnsBase(Stage stage) : Grain
{
    private int _total;
    private int _inside;
    private int _most;

    public async Task Play(string name)
    {
        stage.Say($"{name} begins");
        await stage.Cue(name);
        stage.Say($"{name} ends");
    }

    public Task Read(string name) => Play(name);

    public Task Interleave(string name) => Play(name);

    public async Task AddSlowly()
    {
        var before = _total;
        await Task.Yield();
        _total = before + 1;
    }

    public async Task<int> MostAtOnce(int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            var inside = Interlocked.Increment(ref _inside);
            _most = Math.Max(_most, inside);
            Thread.SpinWait(200);
            Interlocked.Decrement(ref _inside);
            await Task.Yield();
        }

        return _most;
    }

    public Task<int> Total() => Task.FromResult(_total);

    public async Task<bool> ComesBack()
    {
        var own = TaskScheduler.Current;
        var elsewhere = await Task.Run(static () => TaskScheduler.Current);
        return TaskScheduler.Current == own && elsewhere != own;
    }
}
