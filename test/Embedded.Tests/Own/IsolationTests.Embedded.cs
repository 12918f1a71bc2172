using System.Collections.Immutable;
using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>Which values may cross a call of the embedded host, and how.</summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task A_mutable_graph_is_copied_whole_and_keeps_its_shape()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var leaf = new Node { Name = "leaf" };
        var root = new Node { Name = "root", Children = { leaf, leaf }, ByName = { ["leaf"] = leaf } };
        root.Parent = root;

        var copy = (Node)(await host.Grains.GetGrain<IEcho>("a").Echo(root))!;

        Assert.NotSame(root, copy);
        Assert.NotSame(leaf, copy.Children[0]);
        Assert.Same(copy, copy.Parent);
        Assert.Same(copy.Children[0], copy.Children[1]);
        Assert.Same(copy.Children[0], copy.ByName["leaf"]);
        Assert.Equal("leaf", copy.Children[0].Name);
    }

    [Fact]
    public async Task A_record_that_holds_something_mutable_is_copied()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var wrapper = new Wrapper([1, 2, 3]);

        var copy = (Wrapper)(await host.Grains.GetGrain<IEcho>("a").Echo(wrapper))!;

        Assert.NotSame(wrapper.Numbers, copy.Numbers);
        Assert.Equal(wrapper.Numbers, copy.Numbers);
    }

    [Theory]
    [MemberData(nameof(Unchangeable))]
    public async Task Values_that_nobody_can_change_cross_as_they_are(object? value)
    {
        await using var host = await ActorHostFixture.StartAsync();

        Assert.Same(value, await host.Grains.GetGrain<IEcho>("a").Echo(value));
    }

    public static TheoryData<object?> Unchangeable =>
        [null, "text", 5, new Uri("https://example.org/"), ImmutableList.Create(1, 2), new Fixed("a", 1)];

    [Fact]
    public async Task A_type_that_may_not_cross_is_named()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => host.Grains.GetGrain<IEcho>("a").Echo(new Unmarked()));
        Assert.Contains(nameof(Unmarked), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grain_object_may_not_cross()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => host.Grains.GetGrain<IEcho>("a").Myself());
        Assert.Contains("AsReference", error.Message, StringComparison.Ordinal);
    }
}

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
