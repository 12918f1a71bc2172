using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Streams;

public sealed class StreamTests
{
    [Fact]
    public async Task Each_implicit_subscriber_with_the_key_of_the_stream_gets_each_item()
    {
        await using var host = await ActorHostFixture.StartAsync();

        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("1"), new News("2"));

        foreach (var line in new[] { "a reads 1", "a reads 2", "a hears 1", "a hears 2" })
        {
            await Heard(host, line);
        }

        Assert.Equal(4, host.Stage.Lines.Count);
        Assert.Equal(2, await host.Grains.GetGrain<IReader>("a").Read());
        Assert.Equal(0, await host.Grains.GetGrain<IReader>("b").Read());
    }

    [Fact]
    public async Task Subscribers_get_the_items_of_their_namespaces_only()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var publisher = host.Grains.GetGrain<IPublisher>("p");

        await publisher.Publish("nobody's", "a", new News("lost"));
        await publisher.Publish("other", "a", new News("1"));
        await Heard(host, "a hears 1");

        Assert.Equal(["a hears 1"], host.Stage.Lines);
    }

    [Fact]
    public async Task Items_can_be_published_from_outside_of_grains()
    {
        await using var host = await ActorHostFixture.StartAsync();

        await host.Grains.GetStreamProvider(ActorHostFixture.Streams).GetStream<News>(StreamId.Create("news", "a")).OnNextAsync(new("1"));

        await Heard(host, "a reads 1");
    }

    [Fact]
    public async Task A_refused_item_comes_again()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("bad", Refusals: 2), new News("good"));

        await Heard(host, "a reads bad");
        await Heard(host, "a reads good");

        Assert.Equal(2, host.Stage.Count("a refuses bad"));
        Assert.Equal(1, host.Stage.Count("a hears bad"));
    }

    [Fact]
    public async Task A_subscriber_that_was_deactivated_goes_on_with_the_next_item()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var publisher = host.Grains.GetGrain<IPublisher>("p");
        await publisher.Publish("news", "a", new News("1"));
        await Heard(host, "a reads 1");

        await host.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        await publisher.Publish("news", "a", new News("2"));
        await Heard(host, "a reads 2");

        Assert.Equal(1, await host.Grains.GetGrain<IReader>("a").Read());
    }

    [Fact]
    public async Task An_unknown_provider_is_named()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = Assert.Throws<KeyNotFoundException>(() => host.Grains.GetStreamProvider("none"));
        Assert.Contains("none", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Items come at moments of the provider's own choice.</summary>
    private static Task Heard(ActorHostFixture host, string line) =>
        host.LetTimePassUntil(said => said == line, TimeSpan.FromSeconds(5), atMost: TimeSpan.FromMinutes(5));
}
