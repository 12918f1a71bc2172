using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.Sms.Sending;

namespace MultiLine.Connectors.Tests.Support;

/// <summary>The SMS connector as a host composes it, pointed at an address.</summary>
internal sealed class SmsConnector : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "smsTokenNobodyMaySee";

    private readonly ServiceProvider _services;

    public SmsConnector(Uri address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sms:BaseAddress"] = address.ToString(),
            ["Sms:AccountSid"] = Account,
            ["Sms:AuthTokens:0"] = Token,
            ["Sms:AuthTokens:1"] = "theTokenBefore",
            ["Sms:PublicUrl"] = "https://Bank.example:8443/in/",
        }).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSms()
            .BuildServiceProvider(validateScopes: true);
    }

    public ManualClock Time { get; } = new(new DateTimeOffset(2026, 10, 2, 12, 0, 0, TimeSpan.Zero));

    public CapturedLog Log { get; } = new();

    public SmsClient Client => _services.GetRequiredService<SmsClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
