namespace MultiLine.Simulator;

/// <summary>Everything that the simulator logs.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Webhook {Id} was not taken in attempt {Attempt}: {Outcome}")]
    public static partial void WebhookFailed(this ILogger logger, long id, long attempt, string outcome);

    [LoggerMessage(2, LogLevel.Warning, "Webhook {Id} is given up: {Outcome}")]
    public static partial void WebhookGivenUp(this ILogger logger, long id, string outcome);
}
