using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Operations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Operations;

/// <summary>What the silo counts while the product works, as the gathering grain tells it.</summary>
public sealed class ReportingTests
{
    private const int LooksBetweenReports = 40;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task What_becomes_of_messages_is_counted_and_timed()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Delivered("Good morning");
        await product.Idle();

        var figures = await Reported(product);

        Assert.Equal(
            (1, 1, 1, 1, 0), (figures.Total.Received, figures.Total.Accepted, figures.Total.Sent, figures.Total.Delivered, figures.Total.Failed));
        Assert.Equal((0, 0), (figures.Total.WebhookNotTaken, figures.Total.NotFollowed));
        Assert.Equal(1, figures.History.Sum(interval => interval.Throughput.Sent));
        Assert.Equal((1, 1), (figures.Sending.Count, figures.ProviderCall.Count));
        Assert.True(figures.Webhook.Count >= 2, $"{figures.Webhook.Count} webhooks");
        Assert.True(Assert.Single(figures.Silos).Since <= product.Clock.GetUtcNow());
        Assert.Empty(figures.ProviderErrors);
    }

    [Fact]
    public async Task The_time_in_the_queue_begins_with_consent_and_not_with_the_writing()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var message = await talk.Accepted("Good morning", optInBasis: "existing_client");
        await talk.Shows("Northwind Bank would like");
        await product.Idle();
        product.Clock.Advance(TimeSpan.FromSeconds(20));
        await talk.HearsTap("Yes");
        await talk.Becomes(message.MessageId, "delivered");
        await product.Idle();

        var figures = await Reported(product);

        // The opt-in request and the message.
        Assert.Equal(2, figures.Sending.Count);
        Assert.True(figures.Sending.P99Ms <= 1, $"{figures.Sending.P99Ms} ms");
    }

    [Fact]
    public async Task A_message_whose_status_outruns_the_reply_is_timed_like_any_other()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Idle();
        await product.WhatsApp.Misbehave(new { kind = "earlyStatus" });
        await talk.Becomes((await talk.Accepted("Good morning")).MessageId, "delivered");
        await product.UntilInTime(
            async () => (await product.Sender().GetHealth()).InFlight == 0, TimeSpan.FromMilliseconds(10), "reply after the status");

        Assert.Equal(1, (await Reported(product)).Sending.Count);
    }

    [Fact]
    public async Task An_error_of_the_provider_is_counted_whether_it_is_answered_or_comes_as_a_status()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Idle();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131051, httpStatus = 400 });
        await talk.Becomes((await talk.Accepted("Good morning")).MessageId, "failed");
        await product.WhatsApp.Misbehave(new { kind = "failMessage", code = 131026 });
        await talk.Becomes((await talk.Accepted("Good evening")).MessageId, "failed");
        await product.Idle();

        var figures = await Reported(product);

        Assert.Equal(
            [("not_delivered", 131026, 1), ("refused", 131051, 1)],
            figures.ProviderErrors.Select(error => (error.Kind, error.Code, error.Count)).Order());
        Assert.Equal(2, figures.Total.Failed);
    }

    [Fact]
    public async Task What_the_gathering_grain_has_lost_it_is_told_again()
    {
        await using var product = await Product.StartAsync();
        await product.OpenTalk();
        await product.Idle();
        Assert.Equal(1, (await Reported(product)).History.Sum(interval => interval.Throughput.Received));
        product.Clock.Advance(TimeSpan.FromSeconds(20));
        await Reported(product);

        await product.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        await Told(product, figures => figures.History.Sum(interval => interval.Throughput.Received) == 1, "the past");
    }

    /// <summary>As reported after everything that has happened.</summary>
    private static Task<FiguresReading> Reported(Product product)
    {
        product.Clock.Advance(BetweenReports);
        return Told(product, figures => figures.Silos is [{ ReportedAt: var at }] && at == product.Clock.GetUtcNow(), "a report");
    }

    /// <summary>The silo waits for its next report from a moment a little after the last, so the clock may have to move more than once.</summary>
    private static async Task<FiguresReading> Told(Product product, Func<FiguresReading, bool> condition, string missing)
    {
        FiguresReading? figures = null;
        var looks = 0;
        await product.Until(
            async () =>
            {
                figures = await product.Grains.GetGrain<IFiguresGrain>(GrainKeys.SystemOrganization).Read(null);
                if (condition(figures))
                {
                    return true;
                }

                if (++looks % LooksBetweenReports == 0)
                {
                    product.Clock.Advance(BetweenReports);
                }

                return false;
            },
            missing);
        return figures!;
    }
}
