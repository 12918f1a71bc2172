using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Operations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Operations;

public sealed class BacklogTests
{
    [Fact]
    public async Task A_queue_that_stands_shows_how_old_its_oldest_message_is_and_why_nothing_goes_out()
    {
        await using var product = await Product.StartAsync();
        Assert.Equal((0, 0, null, 0), await Queue(product));
        var talk = await product.OpenTalk();
        await product.Idle();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });
        await talk.Accepted("Good morning");
        await product.Until(async () => (await Backlog(product).ReadQueue()) is { Paused: 1, Waiting: 1 }, "a number that pauses");
        await product.Idle();
        var since = product.Clock.GetUtcNow();

        product.Clock.Advance(TimeSpan.FromSeconds(90));
        await talk.Accepted("Anybody there?");

        var queue = await Backlog(product).ReadQueue();
        var number = Assert.Single(queue.Numbers);
        Assert.Equal((2, 0, 90, 1), await Queue(product));
        Assert.Equal((Firms.Northwind, "whatsapp", Firms.NorthwindNumber, 2, 90), (number.Organization, number.Channel, number.Number, number.Waiting, number.OldestAgeSeconds));
        Assert.Equal(new QueuePause(190, since, since.AddMinutes(5)), number.Pause);

        await product.Idle();
        await product.Sender().Resume();
        await product.Until(async () => (await Backlog(product).ReadQueue()).Numbers.Count == 0, "an empty queue");
    }

    [Fact]
    public async Task A_conversation_that_can_not_be_followed_becomes_a_dead_letter_and_a_retry_takes_it_in()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Idle();
        await product.Archive().CatchUp();
        await product.Inbox().CatchUp();
        await talk.ChangesUntold();
        // Only a retry can read it: the reminder of the minute would be as good, and now and then faster.
        var retries = false;
        product.Appends.BeforeReading = key => key == talk.Key && !Volatile.Read(ref retries) ? throw new InvalidDataException("This log can't be read.") : Task.CompletedTask;
        var since = product.Clock.GetUtcNow();

        product.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal([new FollowerReading("archive", 1, 30, 0), new FollowerReading("inbox", 1, 30, 0)], await Backlog(product).ReadFollowers());
        Assert.Empty(await Backlog(product).ListDeadLetters(10));

        product.Clock.Advance(TimeSpan.FromSeconds(91));
        Assert.Equal([new FollowerReading("archive", 1, 121, 1), new FollowerReading("inbox", 1, 121, 1)], await Backlog(product).ReadFollowers());
        var letters = await Backlog(product).ListDeadLetters(10);
        Assert.Equal(["archive", "inbox"], letters.Select(letter => letter.Kind));
        Assert.All(letters, letter => Assert.Equal((talk.Key, since), (new ConversationKey(letter.Organization, letter.Line, letter.Contact), letter.Since)));
        Assert.Equal(RefusalCodes.NotFound, (await Backlog(product).Retry(letters[0].Id)).Refusal?.Code);

        foreach (var letter in letters)
        {
            Volatile.Write(ref retries, true);
            Assert.Null((await Backlog(product).Retry(letter.Id)).Refusal);
            Volatile.Write(ref retries, false);
            Assert.Equal(RefusalCodes.NotFound, (await Backlog(product).Retry(letter.Id)).Refusal?.Code);
        }

        Assert.Empty(await Backlog(product).ListDeadLetters(10));
        Assert.Equal([new FollowerReading("archive", 0, null, 0), new FollowerReading("inbox", 0, null, 0)], await Backlog(product).ReadFollowers());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    // “threads”, NUL, “a”, NUL, “b”: of another list.
    [InlineData("7468726561647300610062")]
    // “dead-letters”, NUL, “nobody”, NUL, “a/b/c”.
    [InlineData("646561642d6c657474657273006e6f626f647900612f622f63")]
    // “dead-letters”, NUL, “archive/northwind/0”, NUL, “c”.
    [InlineData("646561642d6c65747465727300617263686976652f6e6f72746877696e642f300063")]
    public async Task What_is_no_dead_letter_is_not_retried(string id)
    {
        await using var product = await Product.StartAsync(new ProductSettings { AwaitsOptInTemplate = false });

        Assert.Equal(RefusalCodes.NotFound, (await Backlog(product).Retry(id)).Refusal?.Code);
    }

    private static IBacklogGrain Backlog(Product product) => product.Grains.GetGrain<IBacklogGrain>(GrainKeys.SystemOrganization);

    private static async Task<(int Waiting, int InFlight, double? Age, int Paused)> Queue(Product product)
    {
        var queue = await Backlog(product).ReadQueue();
        return (queue.Waiting, queue.InFlight, queue.OldestAgeSeconds, queue.Paused);
    }
}
