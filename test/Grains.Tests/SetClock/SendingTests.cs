using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Tests.SetClock;

/// <summary>The system's clock is set forward or back while messages wait, and nothing but the clock changes.</summary>
public sealed class SendingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The longest time without a look at the queue, after which a message that waits a second has its turn.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(35);

    /// <summary>Forward by no more than the contact's session goes on: after it the message would be refused, as it should be.</summary>
    public static TheoryData<double> Days => new(-1.0 / 24, -1, -3650, 0.5);

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Whatever_the_clock_is_set_to_what_was_put_off_goes_out_a_moment_later_and_once(double days)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var message = await PutOff(product, talk);

        product.Clock.Set(TimeSpan.FromDays(days));

        await Within(product, AMoment, () => IsDelivered(talk, message), Second);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-3650)]
    public async Task What_was_put_off_before_a_stop_goes_out_after_the_start_with_a_clock_that_was_set_back(double days)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var message = await PutOff(product, talk);

        await product.StopAsync();
        product.Clock.Set(TimeSpan.FromDays(days));
        await product.StartHostAsync();

        await Within(product, AMoment, () => IsDelivered(talk, message), Second);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    public async Task A_number_that_pauses_does_so_for_as_long_as_it_was_to_and_says_so(double days)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });
        var message = await talk.Accepted("one");
        await product.Until(async () => (await product.Sender().GetHealth()).Pause is not null, "pause of the number");
        await product.Idle();

        product.Clock.Set(TimeSpan.FromDays(days));
        await Pass(product, (5 * Minute) - (2 * Second));
        Assert.False(await IsDelivered(talk, message));
        Assert.Equal(product.Clock.GetUtcNow() + (2 * Second), (await product.Sender().GetHealth()).TriedAgainAt);

        await Within(product, AMoment, () => IsDelivered(talk, message), Second);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    public async Task The_limit_of_messages_to_a_contact_goes_by_the_time_and_not_by_the_clock(double days)
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Sending:PairBurst"] = "1" } });
        var talk = await product.OpenTalk();
        await talk.Accepted("one");
        await talk.Accepted("two");
        await talk.Shows("one");
        await product.Idle();

        product.Clock.Set(TimeSpan.FromDays(days));
        await product.Sender().Wake();
        await product.Idle();
        product.Clock.Advance(TimeSpan.FromSeconds(5.9));
        await product.Idle();
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));

        product.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await talk.Shows("two");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(3650)]
    public async Task A_call_that_is_under_way_when_the_clock_is_set_is_neither_given_up_nor_made_again(double days)
    {
        var cable = new Cable();
        await using var product = await Product.StartAsync(new ProductSettings { Replace = cable.Lay });
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "delay", seconds = 5 });
        var message = await talk.Accepted("one");
        await product.Until(() => Task.FromResult(cable.Calls == 1), "call");

        product.Clock.Set(TimeSpan.FromDays(days));
        await product.Sender().Wake();
        await product.UntilInTime(() => IsDelivered(talk, message), Second, "delivered message");

        Assert.Equal(1, cable.Calls);
        Assert.Equal(0, await talk.CountInLog("outcome_unknown"));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(-1, true)]
    [InlineData(-3650, true)]
    public async Task An_attempt_that_nobody_answers_for_ends_as_unknown_in_time_though_the_clock_was_set_back(double days, bool restarted)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "loseRequest" });
        var message = await talk.Accepted("one");
        await talk.Becomes(message.MessageId, "sending");
        await product.Idle();

        await Set(product, days, restarted);

        await Within(
            product, 20 * Minute, async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "outcome_unknown", 10 * Second);
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_a_little_gives_up_no_attempt_before_its_time()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "loseRequest" });
        var message = await talk.Accepted("one");
        await talk.Becomes(message.MessageId, "sending");
        await product.Idle();

        await Set(product, TimeSpan.FromMinutes(-2).TotalDays, restarted: true);
        await Pass(product, 9 * Minute);

        Assert.Equal("sending", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
    }

    [Fact]
    public async Task What_was_changed_beside_the_running_product_is_seen_though_the_clock_was_set_back()
    {
        await using var product = await Product.StartAsync();
        var grain = product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind);
        Assert.NotNull(await grain.Get());
        product.Clock.Set(TimeSpan.FromDays(-1));
        var stored = (await product.Service<IOrganizationStore>().FindAsync(Firms.Northwind))!;
        await product.Service<IOrganizationStore>().SaveAsync(stored.Organization with { Name = "Northwind & Sons" }, stored.Version);

        product.Clock.Advance(2 * Second);

        Assert.Equal("Northwind & Sons", (await grain.Get())!.Name);
    }

    /// <returns>A message that waits a second for its next attempt.</returns>
    private static async Task<string> PutOff(Product product, Talk talk)
    {
        await product.WhatsApp.Misbehave(new { kind = "rateLimit" });
        var message = await talk.Accepted("one");
        await product.Until(async () => (await talk.Conversation.GetMessage(message.MessageId))!.ProviderCode == 130429, "message that has to wait");
        await product.Idle();
        return message.MessageId;
    }

    private static async Task<bool> IsDelivered(Talk talk, string messageId) => (await talk.Conversation.GetMessage(messageId))!.Status == "delivered";

    private static Task<bool> IsDelivered(Talk talk, Interfaces.Conversations.MessageSummary message) => IsDelivered(talk, message.MessageId);

    private static async Task Set(Product product, double days, bool restarted)
    {
        if (restarted)
        {
            await product.KillAsync();
        }

        product.Clock.Set(TimeSpan.FromDays(days));
        if (restarted)
        {
            await product.StartHostAsync();
        }
    }

    private static async Task Pass(Product product, TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= Minute)
        {
            product.Clock.Advance(left < Minute ? left : Minute);
            await product.Idle();
        }
    }

    /// <summary>Moves the clock on by steps until it has happened, for no longer than given.</summary>
    private static async Task Within(Product product, TimeSpan longest, Func<Task<bool>> condition, TimeSpan step)
    {
        var start = product.Clock.Right.GetUtcNow();
        await product.UntilInTime(
            async () =>
            {
                await product.Idle();
                var happened = await condition();
                Assert.True(happened || product.Clock.Right.GetUtcNow() - start <= longest, $"Not within {longest}.");
                return happened;
            },
            step,
            "end");
    }
}
