using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Streams;

namespace MultiLine.Embedded.Tests.Own;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task An_item_refused_every_time_is_given_up_counted_and_shown_and_the_next_one_comes()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { StreamAttempts = 3 });
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("bad", Refusals: 100), new News("good"));

        await host.LetTimePassUntil(line => line == "a reads good", TimeSpan.FromSeconds(5), atMost: TimeSpan.FromMinutes(5));

        Assert.Equal(3, host.Stage.Count("a refuses bad"));
        Assert.Equal(1, host.DeadLetters.Count);
        var letter = Assert.Single(host.DeadLetters.Recent);
        Assert.Equal((ActorHostFixture.Streams, "news/a", "test.reader/a", 3),
            (letter.Provider, letter.Stream.ToString(), letter.Subscriber.ToString(), letter.Attempts));
        Assert.IsType<InvalidOperationException>(letter.LastError);
    }
}
