using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Isolation;

public sealed class IsolationTests
{
    [Fact]
    public async Task A_list_that_the_caller_changes_before_the_call_has_its_turn_arrives_as_it_was()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var shelf = host.Grains.GetGrain<IShelf>("a");
        var hold = shelf.Hold("hold");
        await host.Stage.Heard("hold begins");
        List<string> mine = ["book"];
        var put = shelf.Put(mine);

        mine.Add("vase");
        host.Stage.Give("hold");
        await hold;

        Assert.Equal(["book"], await put);
    }

    [Fact]
    public async Task A_result_stays_as_it_was_whatever_the_grain_goes_on_to_do_with_it()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var shelf = host.Grains.GetGrain<IShelf>("a");
        var first = await shelf.Put(["book"]);

        await shelf.Put(["vase"]);
        Assert.Equal(["book"], first);

        first.Clear();
        Assert.Equal(["book", "vase", "clock"], await shelf.Put(["clock"]));
    }

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

    [Fact]
    public async Task A_type_that_was_not_made_to_cross_is_refused_by_name()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.Grains.GetGrain<IEcho>("a").Echo(new Unmarked()));
        Assert.Contains(nameof(Unmarked), error.Message, StringComparison.Ordinal);
    }
}
