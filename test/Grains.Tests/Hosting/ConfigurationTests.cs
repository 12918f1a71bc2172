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
    [InlineData("Sending:SmsPerSecond", "0")]
    [InlineData("Sms:AccountSid", "")]
    [InlineData("Sms:PublicUrl", "ftp://bank.example")]
    [InlineData("Sms:Timeout", "00:00:00")]
    [InlineData("Archive:Count", "0")]
    [InlineData("WhatsApp:AccessToken", "")]
    [InlineData("WhatsApp:VerifyToken", "")]
    [InlineData("Storage:DataDirectory", "")]
    public async Task A_setting_that_makes_no_sense_stops_the_start_with_a_message_that_names_it(string key, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Product.StartAsync(new ProductSettings { Product = { [key] = value } }));

        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_archive_shards_stays_what_it_was_at_the_first_start()
    {
        var settings = new ProductSettings();
        await using var product = await Product.StartAsync(settings);
        await product.StopAsync();

        settings.Product["Archive:Count"] = "4";
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(product.StartHostAsync);
        Assert.Contains("Archive:Count is 4, but it was 1", failure.Message, StringComparison.Ordinal);

        settings.Product["Archive:Count"] = "1";
        await product.StartHostAsync();
    }

    [Theory]
    [InlineData("00:00:30", null)]
    [InlineData("00:01:00", "00:01:00")]
    [InlineData("00:01:00", "00:01:00", "Sms:Timeout")]
    public async Task An_attempt_may_not_be_given_up_while_its_call_is_under_way(
        string outcomeTimeout, string? callTimeout, string key = "WhatsApp:Timeout")
    {
        var settings = new ProductSettings { Product = { ["Conversation:OutcomeTimeout"] = outcomeTimeout } };
        if (callTimeout is not null)
        {
            settings.Product[key] = callTimeout;
        }

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Product.StartAsync(settings));

        Assert.Contains("Conversation:OutcomeTimeout", failure.Message, StringComparison.Ordinal);
        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }
}
