using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.Sms;

namespace MultiLine.Connectors.Tests.Sms;

public sealed class SmsOptionsTests
{
    [Fact]
    public void Without_any_setting_SMS_is_off_and_nothing_stops_the_start()
    {
        using var services = Services([]);
        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.False(services.GetRequiredService<IOptions<SmsOptions>>().Value.Enabled);
    }

    [Fact]
    public void With_account_token_and_our_own_address_SMS_is_on()
    {
        using var services = Services(Complete);
        services.GetRequiredService<IStartupValidator>().Validate();
        var options = services.GetRequiredService<IOptions<SmsOptions>>().Value;

        Assert.True(options.Enabled);
        Assert.Equal(new Uri("https://api.twilio.com/"), options.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal("https://bank.example/webhooks/sms", options.Public("/webhooks/sms"));
    }

    [Theory]
    [InlineData("BaseAddress", "ftp://example.com")]
    [InlineData("BaseAddress", "api.twilio.com")]
    [InlineData("AccountSid", null)]
    [InlineData("AccountSid", "AC1/../AC2")]
    [InlineData("AuthTokens:0", null)]
    [InlineData("AuthTokens:0", "")]
    [InlineData("AuthTokens:0", "secret with spaces")]
    [InlineData("PublicUrl", null)]
    [InlineData("PublicUrl", "bank.example")]
    [InlineData("PublicUrl", "https://bank.example/?a=b")]
    [InlineData("PublicUrl", "https://user:secret@bank.example/")]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("Timeout", "1.00:00:00")]
    public void A_wrong_setting_is_refused_at_start_by_its_key_and_without_its_value(string key, string? value)
    {
        var settings = new Dictionary<string, string?>(Complete);
        if (value is null) settings.Remove($"Sms:{key}");
        else settings[$"Sms:{key}"] = value;
        using var services = Services(settings);

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        var failure = Assert.Single(refusal.Failures);
        Assert.Contains($"Sms:{key.Split(':')[0]} ", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Complete => new()
    {
        ["Sms:AccountSid"] = "AC1", ["Sms:AuthTokens:0"] = "token", ["Sms:PublicUrl"] = "https://bank.example/",
    };

    private static ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddLogging()
        .AddSms()
        .BuildServiceProvider();
}
