using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>The latest warnings of all silos and servers of this process, for the message of a test that waited in vain.</summary>
internal sealed class Warnings : ILoggerProvider
{
    private const int Kept = 60;

    private static readonly ConcurrentQueue<string> s_lines = new();

    public static string Latest => string.Join('\n', s_lines);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName);

    public void Dispose()
    {
        // The lines are kept for the test.
    }

    private sealed class Logger(string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            s_lines.Enqueue($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {logLevel} {category}: {formatter(state, exception)} {exception?.GetType().Name} {exception?.Message}");
            while (s_lines.Count > Kept)
            {
                s_lines.TryDequeue(out _);
            }
        }
    }
}
