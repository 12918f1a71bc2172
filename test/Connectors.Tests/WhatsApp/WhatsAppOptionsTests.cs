using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.WhatsApp;

namespace MultiLine.Connectors.Tests.WhatsApp;

public sealed class WhatsAppOptionsTests
{
    [Fact]
    public void What_is_not_configured_has_Metas_address_and_a_living_version()
    {
        var options = Read([]);

        Assert.Equal(new Uri("https://graph.facebook.com/"), options.BaseAddress);
        Assert.Equal("v25.0", options.GraphVersion);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(["secret"], options.AppSecrets);
    }

    [Theory]
    [InlineData("BaseAddress", "ftp://example.com")]
    [InlineData("BaseAddress", "graph.facebook.com")]
    [InlineData("GraphVersion", "")]
    [InlineData("GraphVersion", "25")]
    [InlineData("AccessToken", null)]
    [InlineData("AccessToken", "token\n")]
    [InlineData("AccessToken", "two words")]
    [InlineData("AppSecrets:0", null)]
    [InlineData("AppSecrets:0", " ")]
    [InlineData("VerifyToken", null)]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("Timeout", "1.00:00:00")]
    public void A_wrong_setting_is_refused_at_start_by_its_key_and_without_its_value(string key, string? value)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Start([new KeyValuePair<string, string?>($"WhatsApp:{key}", value)]));

        var failure = Assert.Single(refusal.Failures);
        Assert.Contains($"WhatsApp:{key.Split(':')[0]} ", failure, StringComparison.Ordinal);
        if (value is { Length: > 4 } && key == "AccessToken") Assert.DoesNotContain(value, refusal.ToString(), StringComparison.Ordinal);
    }

    private static WhatsAppOptions Read(IEnumerable<KeyValuePair<string, string?>> changes)
    {
        using var services = Services(changes);
        return services.GetRequiredService<IOptions<WhatsAppOptions>>().Value;
    }

    private static void Start(IEnumerable<KeyValuePair<string, string?>> changes)
    {
        using var services = Services(changes);
        services.GetRequiredService<IStartupValidator>().Validate();
    }

    private static ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["WhatsApp:AccessToken"] = "token",
            ["WhatsApp:AppSecrets:0"] = "secret",
            ["WhatsApp:VerifyToken"] = "word",
        };
        foreach (var (key, value) in changes)
        {
            if (value is null) settings.Remove(key);
            else settings[key] = value;
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddWhatsApp()
            .BuildServiceProvider();
    }
}
