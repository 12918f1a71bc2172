using Microsoft.Extensions.Logging;

namespace MultiLine.Silo;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "{What} could not be woken at the start; it wakes later.")]
    public static partial void NotWoken(this ILogger log, Exception exception, string what);
}
