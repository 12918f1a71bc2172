using Microsoft.Extensions.Logging;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Media;

namespace MultiLine.Connectors;

/// <summary>
/// All that this project logs. Never a text, a person's number, a token, nor a wamid, which has the person's number encoded in it;
/// nor the provider's own words, which may repeat any of them.
/// </summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "Attempt {AttemptId} was refused with code {ProviderCode}: {Handling}.")]
    public static partial void SendRefused(this ILogger log, string attemptId, int providerCode, GraphHandling handling);

    [LoggerMessage(2, LogLevel.Information, "Attempt {AttemptId} was put off by {After} with code {ProviderCode}.")]
    public static partial void SendPutOff(this ILogger log, string attemptId, int? providerCode, TimeSpan after);

    [LoggerMessage(3, LogLevel.Error, "Number {PhoneNumberId} can't send: code {ProviderCode}, business-initiated messages only: {BusinessInitiatedOnly}.")]
    public static partial void NumberPaused(this ILogger log, string phoneNumberId, int providerCode, bool businessInitiatedOnly);

    [LoggerMessage(4, LogLevel.Warning, "The outcome of attempt {AttemptId} is unknown: {Reason}, code {ProviderCode}.")]
    public static partial void SendUnknown(this ILogger log, string attemptId, UnknownReason reason, int? providerCode);

    [LoggerMessage(5, LogLevel.Information, "A message to number {PhoneNumberId} could not be marked as read: code {ProviderCode}.")]
    public static partial void ReadMarkFailed(this ILogger log, string phoneNumberId, int? providerCode);

    [LoggerMessage(6, LogLevel.Warning, "A call about templates failed: code {ProviderCode}, {Handling}.")]
    public static partial void TemplateCallFailed(this ILogger log, int? providerCode, GraphHandling handling);

    [LoggerMessage(7, LogLevel.Warning, "What the provider knows of a file could not be read: code {ProviderCode}, {Fault}.")]
    public static partial void MediaNotDescribed(this ILogger log, int? providerCode, MediaFault fault);

    [LoggerMessage(8, LogLevel.Warning, "A file could not be downloaded: HTTP status {Status}.")]
    public static partial void MediaNotDownloaded(this ILogger log, int? status);

    [LoggerMessage(31, LogLevel.Warning, "Attempt {AttemptId} by SMS was refused with code {ProviderCode}: {Handling}.")]
    public static partial void SmsRefused(this ILogger log, string attemptId, int providerCode, SmsHandling handling);

    [LoggerMessage(32, LogLevel.Error, "The number of attempt {AttemptId} can't send SMS: code {ProviderCode}.")]
    public static partial void SmsPaused(this ILogger log, string attemptId, int providerCode);
}
