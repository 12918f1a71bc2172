using OpenTelemetry;
using OpenTelemetry.Logs;

namespace MultiLine.Hosting.Telemetry;

/// <summary>
/// Says of an exception what it is and where it was thrown, and not its message, which may quote what somebody wrote. The log on the
/// spot has it whole.
/// </summary>
internal sealed class LogPrivacy : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is { } exception)
        {
            data.Exception = null;
            data.Attributes =
            [
                .. data.Attributes ?? [],
                new("exception.type", exception.GetType().FullName),
                new("exception.stacktrace", exception.StackTrace),
            ];
        }
    }
}
