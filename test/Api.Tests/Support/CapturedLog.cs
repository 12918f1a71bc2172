using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MultiLine.Api.Tests.Support;

/// <summary>Keeps every line that is logged.</summary>
[ProviderAlias(Name)]
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    /// <summary>By which the configuration sets it apart from other logs.</summary>
    public const string Name = "Captured";

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
