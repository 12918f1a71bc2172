using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Connectors.WhatsApp.Media;
using MultiLine.Connectors.WhatsApp.Sending;
using MultiLine.Connectors.WhatsApp.Templates;

namespace MultiLine.Connectors.Tests.Support;

/// <summary>The connector as a host composes it, pointed at an address.</summary>
internal sealed class Connector : IAsyncDisposable
{
    public const string Token = "EAAsecretTokenNobodyMaySee";

    private readonly ServiceProvider _services;

    public Connector(Uri address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsApp:BaseAddress"] = address.ToString(),
            ["WhatsApp:AccessToken"] = Token,
            ["WhatsApp:AppSecrets:0"] = "app secret",
            ["WhatsApp:VerifyToken"] = "verify token",
        }).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddWhatsApp()
            .BuildServiceProvider(validateScopes: true);
    }

    public ManualClock Time { get; } = new(new DateTimeOffset(2026, 10, 2, 12, 0, 0, TimeSpan.Zero));

    public CapturedLog Log { get; } = new();

    public WhatsAppClient WhatsApp => _services.GetRequiredService<WhatsAppClient>();

    public TemplateClient Templates => _services.GetRequiredService<TemplateClient>();

    public AccountClient Accounts => _services.GetRequiredService<AccountClient>();

    public ProfilePictureClient Pictures => _services.GetRequiredService<ProfilePictureClient>();

    public MediaClient Media => _services.GetRequiredService<MediaClient>();

    public TimeSpan Timeout { get; } = new WhatsAppOptions().Timeout;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
