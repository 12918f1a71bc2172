namespace MultiLine.Silo;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "{What} could not be woken at the start; it wakes later.")]
    public static partial void NotWoken(this ILogger log, Exception exception, string what);

    [LoggerMessage(2, LogLevel.Warning, "What was left at the last end could not be read; it is read again in {Delay}.")]
    public static partial void NotRead(this ILogger log, Exception exception, TimeSpan delay);

    /// <summary>It is told again in seconds, and nothing depends on it.</summary>
    [LoggerMessage(3, LogLevel.Debug, "The figures of this silo could not be reported.")]
    public static partial void FiguresNotReported(this ILogger log, Exception exception);
}
