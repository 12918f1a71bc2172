using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Isolation;

public interface IEcho : IGrainWithStringKey
{
    Task<object?> Echo(object? value);

    Task<IEcho> Myself();
}

[GrainType("test.echo")]
public sealed class EchoGrain : Grain, IEcho
{
    public Task<object?> Echo(object? value) => Task.FromResult(value);

    public Task<IEcho> Myself() => Task.FromResult<IEcho>(this);
}

public interface IShelf : IGrainWithStringKey
{
    /// <summary>Waits for the cue of the same name.</summary>
    Task Hold(string cue);

    /// <summary>Puts things on the shelf; hands back the shelf as it is.</summary>
    Task<IList<string>> Put(IList<string> things);
}

[GrainType("test.shelf")]
public sealed class ShelfGrain(Stage stage) : Grain, IShelf
{
    private readonly List<string> _things = [];

    public async Task Hold(string cue)
    {
        stage.Say($"{cue} begins");
        await stage.Cue(cue);
    }

    public Task<IList<string>> Put(IList<string> things)
    {
        _things.AddRange(things);
        return Task.FromResult<IList<string>>(_things);
    }
}

[GenerateSerializer, Alias("test.node")]
public sealed class Node
{
    [Id(0)]
    public string Name { get; set; } = "";

    [Id(1)]
    public Node? Parent { get; set; }

    [Id(2)]
    public IList<Node> Children { get; } = new List<Node>();

    [Id(3)]
    public IDictionary<string, Node> ByName { get; } = new Dictionary<string, Node>();
}

[GenerateSerializer, Alias("test.wrapper")]
public sealed record Wrapper([property: Id(0)] int[] Numbers);

[GenerateSerializer, Alias("test.fixed")]
public sealed record Fixed([property: Id(0)] string Name, [property: Id(1)] int Number);

public sealed class Unmarked
{
    public string Name { get; set; } = "";
}
