using System.Globalization;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>WhatsApp is away, takes nothing, or fails, for longer than a moment, while many messages wait.</summary>
public sealed class OutageTests
{
    private const int Contacts = 6;

    /// <summary>One after the other, doubling from a second to a minute: 66 in an hour, and those that were under way at its beginning.</summary>
    private const int CallsOfAnHour = 66 + Contacts;

    private const int CallsOfTenMinutes = 15 + Contacts;

    private readonly Cable _cable = new();

    [Fact]
    public async Task After_an_hour_without_WhatsApp_everything_goes_out_in_order_and_once_and_few_calls_were_made_meanwhile()
    {
        await using var product = await StartAsync();
        var talks = await OpenAsync(product);
        _cable.IsCut = true;
        await SendAsync(talks, "one", "two", "three");

        await PassAsync(product, TimeSpan.FromHours(1), TimeSpan.FromSeconds(10));

        Assert.InRange(_cable.Calls, 10, CallsOfAnHour);
        _cable.IsCut = false;
        await UntilAllHave(product, talks, "one", "two", "three");
        await NothingIsUnknown(talks);
    }

    [Fact]
    public async Task In_a_storm_of_429_calls_become_few_and_afterwards_everything_goes_out_in_order_and_once()
    {
        await using var product = await StartAsync();
        var talks = await OpenAsync(product);
        await product.WhatsApp.Misbehave(new { kind = "rateLimit", count = 1_000_000 });
        await SendAsync(talks, "one", "two");

        await PassAsync(product, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(5));

        Assert.InRange(_cable.Calls, 10, CallsOfTenMinutes);
        await product.WhatsApp.Call(HttpMethod.Delete, "faults", new { });
        await UntilAllHave(product, talks, "one", "two");
        await NothingIsUnknown(talks);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(80007)]
    public async Task When_the_calls_of_app_or_account_are_used_up_few_more_are_made_and_afterwards_everything_goes_out_in_order_and_once(int code)
    {
        const int Many = 30;
        await using var product = await StartAsync();
        var talks = await OpenAsync(product, Many);
        await product.WhatsApp.Misbehave(new { kind = "refuse", code, count = 1_000_000 });
        await SendOnceTwoHaveFailedAsync(product, talks, "one", "two");

        await PassAsync(product, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(5));

        Assert.InRange(_cable.Calls, 5, Many / 2);
        await product.WhatsApp.Call(HttpMethod.Delete, "faults", new { });
        await UntilAllHave(product, talks, "one", "two");
        await NothingIsUnknown(talks);
    }

    [Fact]
    public async Task A_WhatsApp_that_fails_with_500_is_given_one_message_after_the_other_ever_more_slowly_and_the_others_wait_and_arrive()
    {
        const int Many = 30;
        await using var product = await StartAsync();
        var talks = await OpenAsync(product, Many);
        await product.WhatsApp.Misbehave(new { kind = "serverError", count = 1_000_000 });
        await SendOnceTwoHaveFailedAsync(product, talks, "one");

        await PassAsync(product, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(5));

        Assert.InRange(_cable.Calls, 5, Many / 2);
        var tried = _cable.Calls;
        await product.WhatsApp.Call(HttpMethod.Delete, "faults", new { });
        await product.UntilInTime(async () => await TakenAsync(product, talks) == Many - tried, TimeSpan.FromSeconds(5), "all others");
        await PassAsync(product, TimeSpan.FromMinutes(11), TimeSpan.FromSeconds(20));
        // What may have gone out is not sent again by itself.
        Assert.Equal(Many, _cable.Calls);
        Assert.Equal(Many - tried, await TakenAsync(product, talks));
        Assert.Equal(tried, (await Task.WhenAll(talks.Select(talk => talk.CountInLog("outcome_unknown")))).Sum());
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_made_once_and_its_message_ends_as_unknown()
    {
        await using var product = await StartAsync();
        var talk = (await OpenAsync(product, 1))[0];
        await product.WhatsApp.Misbehave(new { kind = "delay", seconds = 3600 });
        var message = await talk.Accepted("one");
        await product.Until(() => Task.FromResult(_cable.Calls == 1), "call");

        product.Clock.Advance(TimeSpan.FromSeconds(30));
        await product.Idle();
        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "outcome_unknown", TimeSpan.FromMinutes(1), "unknown outcome");

        Assert.Equal(1, _cable.Calls);
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
    }

    private Task<Product> StartAsync() => Product.StartAsync(new ProductSettings { Replace = _cable.Lay });

    private static async Task<List<Talk>> OpenAsync(Product product, int contacts = Contacts)
    {
        List<Talk> talks = [];
        for (var index = 0; index < contacts; index++)
        {
            talks.Add(await product.OpenTalk((4915199900000 + index).ToString("'+'0", CultureInfo.InvariantCulture), $"Contact {index}"));
        }

        return talks;
    }

    private static async Task SendAsync(List<Talk> talks, params string[] texts)
    {
        foreach (var text in texts)
        {
            foreach (var talk in talks)
            {
                await talk.Accepted(text);
            }
        }
    }

    /// <summary>Time passes, and all that it brings is done.</summary>
    /// <summary>All that is sent before anybody knows of the fault is under way at once, and how much that is, is chance.</summary>
    private async Task SendOnceTwoHaveFailedAsync(Product product, List<Talk> talks, params string[] texts)
    {
        foreach (var failing in (int[])[0, 1])
        {
            await SendAsync([talks[failing]], texts);
            await product.Until(() => Task.FromResult(_cable.Calls == failing + 1), "call");
            await product.Idle();
        }

        await SendAsync(talks[2..], texts);
    }

    private static async Task PassAsync(Product product, TimeSpan time, TimeSpan step)
    {
        var end = product.Clock.GetUtcNow() + time;
        while (product.Clock.GetUtcNow() < end)
        {
            await product.Idle();
            product.Clock.Advance(step);
        }

        await product.Idle();
    }

    private static async Task UntilAllHave(Product product, List<Talk> talks, params string[] texts)
    {
        await product.UntilInTime(
            async () => await TakenAsync(product, talks) >= talks.Count * texts.Length, TimeSpan.FromSeconds(1), "all messages");
        await product.Idle();
        foreach (var talk in talks)
        {
            Assert.Equal(texts, (await talk.Phone.Shown()).Select(message => message.Body));
        }
    }

    private static async Task NothingIsUnknown(List<Talk> talks) =>
        Assert.Equal(0, (await Task.WhenAll(talks.Select(talk => talk.CountInLog("outcome_unknown")))).Sum());

    private static async Task<int> TakenAsync(Product product, List<Talk> talks) =>
        (await Task.WhenAll(talks.Select(talk => product.WhatsApp.CountTaken(talk.Phone)))).Sum();
}
