using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Reach;

public sealed class ReachabilityTests
{
    [Fact]
    public async Task A_message_that_waits_for_the_consent_of_somebody_who_is_not_on_WhatsApp_fails()
    {
        await using var product = await Product.StartAsync();
        var talk = await Unreachable(product);

        var waiting = await talk.Accepted("Your deed is ready.", optInBasis: "existing_client");
        await talk.Becomes(waiting.MessageId, "failed");

        Assert.Equal("not_on_whatsapp", (await talk.Conversation.GetMessage(waiting.MessageId))!.Failure?.Code);
        Assert.True((await talk.Standing()).NotReachable);
        Assert.Equal("not_on_whatsapp", (await talk.Send("Hello", optInBasis: "form")).Refusal?.Code);
    }

    [Fact]
    public async Task That_a_contact_is_not_on_WhatsApp_is_believed_for_thirty_days()
    {
        await using var product = await Product.StartAsync();
        var talk = await Unreachable(product);
        var waiting = await talk.Accepted("Your deed is ready.", optInBasis: "existing_client");
        await talk.Becomes(waiting.MessageId, "failed");

        await product.StopAsync();
        product.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await product.StartHostAsync();
        Assert.True((await talk.Standing()).NotReachable);
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await talk.Standing()).NotReachable);
        Assert.Equal("consent_required", (await talk.Send("Hello")).Refusal?.Code);
    }

    [Fact]
    public async Task A_contact_who_writes_is_on_WhatsApp()
    {
        await using var product = await Product.StartAsync();
        var talk = await Unreachable(product);
        var waiting = await talk.Accepted("Your deed is ready.", optInBasis: "existing_client");
        await talk.Becomes(waiting.MessageId, "failed");
        await talk.Phone.Change(new { onWhatsApp = true });
        product.Clock.Advance(TimeSpan.FromSeconds(1));

        await talk.Hears("I have it now.");

        Assert.False((await talk.Standing()).NotReachable);
        await talk.Delivered("Very good.");
    }

    private static async Task<Talk> Unreachable(Product product)
    {
        var talk = await product.Talk();
        await talk.Phone.Change(new { onWhatsApp = false });
        return talk;
    }
}
