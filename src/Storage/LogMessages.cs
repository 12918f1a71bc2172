using Microsoft.Extensions.Logging;

namespace MultiLine.Storage;

/// <summary>Everything that this project logs.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Database {Path} opened; schema {From} brought to {To}")]
    public static partial void DatabaseOpened(ILogger logger, string path, long from, long to);

    [LoggerMessage(2, LogLevel.Error, "A transaction of {Steps} steps could not be committed; none of them is stored")]
    public static partial void CommitFailed(ILogger logger, Exception exception, int steps);

    [LoggerMessage(3, LogLevel.Warning, "The write-ahead log could not be moved into the database {Path}; it stays beside it and is read at the next start")]
    public static partial void LogNotEmptied(ILogger logger, Exception exception, string path);
}
