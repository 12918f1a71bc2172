using MultiLine.Embedded.Tests.Host;
using Orleans.Concurrency;

namespace MultiLine.Embedded.Tests.Calls;

public interface ICalls : IGrainWithStringKey
{
    [OneWay]
    Task TellOnly(string line, bool thenFail);

    Task<string> Echo(string text);

    ValueTask<int> Add(int a, int b);

    ValueTask Nothing();

    Task Fail(string message);

    Task FailNext(ICalls next, string message);

    Task Wait(string cue, CancellationToken cancellation);

    [AlwaysInterleave]
    Task WaitAside(string cue, CancellationToken cancellation);

    [ResponseTimeout("00:00:01")]
    Task WaitBriefly(string cue);

    [AlwaysInterleave]
    Task<string?> Context(string key);

    Task<string?> ContextOfNext(ICalls next, string key);

    Task<IList<Item>> Change(IList<Item> items);

    Task<bool> IsSame(Sealed first, Sealed second);

    Task<int[]> Remembered(int[] numbers);

    Task<ICalls> Myself();

    Task<string> Key();
}

[GenerateSerializer, Alias("test.item")]
public sealed class Item
{
    [Id(0)]
    public string Name { get; set; } = "";

    [Id(1)]
    public IList<string> Tags { get; set; } = [];
}

[GenerateSerializer, Immutable, Alias("test.sealed")]
public sealed record Sealed([property: Id(0)] string Name);

[GrainType("test.calls")]
public sealed class CallsGrain(Stage stage) : Grain, ICalls
{
    private int[] _numbers = [];

    public async Task TellOnly(string line, bool thenFail)
    {
        await stage.Cue(line);
        stage.Say(line);
        if (thenFail)
        {
            throw new InvalidOperationException(line);
        }
    }

    public Task<string> Echo(string text) => Task.FromResult(text);

    public ValueTask<int> Add(int a, int b) => ValueTask.FromResult(a + b);

    public async ValueTask Nothing() => await Task.Yield();

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new ArgumentOutOfRangeException(nameof(message), message);
    }

    public Task FailNext(ICalls next, string message) => next.Fail(message);

    public async Task Wait(string cue, CancellationToken cancellation)
    {
        stage.Say($"{cue} begins");
        try
        {
            await stage.Cue(cue).WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            stage.Say($"{cue} is cancelled");
            throw;
        }
    }

    public Task WaitAside(string cue, CancellationToken cancellation) => Wait(cue, cancellation);

    public Task WaitBriefly(string cue) => Wait(cue, CancellationToken.None);

    public Task<string?> Context(string key) => Task.FromResult((string?)RequestContext.Get(key));

    public Task<string?> ContextOfNext(ICalls next, string key) => next.Context(key);

    public Task<IList<Item>> Change(IList<Item> items)
    {
        items[0].Name = "changed";
        items[0].Tags.Add("changed");
        return Task.FromResult(items);
    }

    public Task<bool> IsSame(Sealed first, Sealed second) => Task.FromResult(ReferenceEquals(first, second));

    public Task<int[]> Remembered(int[] numbers)
    {
        _numbers = numbers.Length > 0 ? numbers : _numbers;
        return Task.FromResult(_numbers);
    }

    public Task<ICalls> Myself() => Task.FromResult(this.AsReference<ICalls>());

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());
}
