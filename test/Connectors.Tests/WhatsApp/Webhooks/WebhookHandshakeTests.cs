using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class WebhookHandshakeTests
{
    [Fact]
    public void The_right_token_is_answered_with_the_challenge() =>
        Assert.Equal("1158201444", WebhookHandshake.Answer("subscribe", "meatyhamhock", "1158201444", "meatyhamhock"));

    [Theory]
    [InlineData("subscribe", "wrong", "meatyhamhock")]
    [InlineData("subscribe", null, "meatyhamhock")]
    [InlineData("subscribe", "", "")]
    [InlineData("unsubscribe", "meatyhamhock", "meatyhamhock")]
    [InlineData(null, "meatyhamhock", "meatyhamhock")]
    public void Anything_else_is_refused(string? mode, string? token, string expected) =>
        Assert.Null(WebhookHandshake.Answer(mode, token, "1158201444", expected));
}
