using Microsoft.Extensions.Options;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Hosting;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Conversation:SessionWindow", "1.00:00:01")]
    [InlineData("Conversation:AskAgainAfter", "00:00:00")]
    [InlineData("Conversation:NotReachableFor", "366.00:00:00")]
    [InlineData("Conversation:OutcomeTimeout", "00:00:00")]
    [InlineData("Sending:MessagesPerSecond", "0")]
    [InlineData("Sending:PairBurst", "46")]
    [InlineData("Sending:PairInterval", "00:00:00")]
    [InlineData("Sending:PermitLifetime", "00:00:01")]
    [InlineData("Sending:PauseFor", "00:00:00")]
    [InlineData("Archive:Count", "0")]
    [InlineData("WhatsApp:AccessToken", "")]
    [InlineData("WhatsApp:VerifyToken", "")]
    [InlineData("Storage:DataDirectory", "")]
    public async Task A_setting_that_makes_no_sense_stops_the_start_with_a_message_that_names_it(string key, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Product.StartAsync(new ProductSettings { Product = { [key] = value } }));

        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }
}
