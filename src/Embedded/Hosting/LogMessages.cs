using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace MultiLine.Embedded.Hosting;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Error, "{Grain} could not be activated")]
    public static partial void ActivationFailed(this ILogger log, Exception error, GrainId grain);

    [LoggerMessage(2, LogLevel.Warning, "{Grain} failed to deactivate cleanly")]
    public static partial void DeactivationFailed(this ILogger log, Exception error, GrainId grain);

    [LoggerMessage(3, LogLevel.Warning, "One-way call of {Method} failed in {Grain}")]
    public static partial void OneWayCallFailed(this ILogger log, Exception error, GrainId grain, string method);

    [LoggerMessage(4, LogLevel.Warning, "A timer of {Grain} failed")]
    public static partial void TimerFailed(this ILogger log, Exception error, GrainId grain);

    [LoggerMessage(5, LogLevel.Warning, "Reminder {Reminder} of {Grain} failed; it comes again")]
    public static partial void ReminderFailed(this ILogger log, Exception error, string reminder, GrainId grain);

    [LoggerMessage(6, LogLevel.Warning, "{Grain} refused an item of {Stream}, attempt {Attempt}; again in {Wait}")]
    public static partial void StreamItemRefused(this ILogger log, Exception error, GrainId grain, StreamId stream, int attempt, TimeSpan wait);

    [LoggerMessage(7, LogLevel.Error, "{Grain} refused an item of {Stream} {Attempts} times; it is given up")]
    public static partial void StreamItemGivenUp(this ILogger log, Exception error, GrainId grain, StreamId stream, int attempts);

    [LoggerMessage(8, LogLevel.Warning, "The host stopped before {Grains} grains had ended")]
    public static partial void StoppedEarly(this ILogger log, int grains);
}
