using Microsoft.Extensions.Logging;

namespace MultiLine.Grains;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "{Follower} could not be told of version {Version} of {Conversation}; it reads it from the log later.")]
    public static partial void FollowerNotTold(this ILogger log, Exception exception, string follower, long version, string conversation);

    [LoggerMessage(2, LogLevel.Information, "Another activation of {Conversation} wrote first; this one decides again and goes.")]
    public static partial void LostTheLog(this ILogger log, string conversation);

    [LoggerMessage(3, LogLevel.Warning, "Sending from {Sender} pauses: the provider answered {ProviderCode}.")]
    public static partial void NumberPaused(this ILogger log, string sender, int providerCode);

    [LoggerMessage(27, LogLevel.Warning, "The clock was set by {By}; what waits for {Sender} goes by it from now on.")]
    public static partial void ClockSet(this ILogger log, string sender, TimeSpan by);

    [LoggerMessage(4, LogLevel.Error, "Dispatching {MessageId} of {Conversation} failed.")]
    public static partial void DispatchFailed(this ILogger log, Exception exception, string messageId, string conversation);

    [LoggerMessage(5, LogLevel.Warning, "The outcome of attempt {AttemptId} is unknown: {Reason}, code {ProviderCode}.")]
    public static partial void OutcomeUnknown(this ILogger log, string attemptId, string reason, int? providerCode);

    [LoggerMessage(21, LogLevel.Warning, "Sender {Sender} could not be woken; it looks at its queue later.")]
    public static partial void SenderNotWoken(this ILogger log, Exception exception, string sender);

    [LoggerMessage(22, LogLevel.Error, "Attempt {AttemptId} of {MessageId} of {Conversation} failed before the provider was called; the message is tried again.")]
    public static partial void AttemptNotMade(this ILogger log, Exception exception, string attemptId, string messageId, string conversation);

    [LoggerMessage(23, LogLevel.Warning, "The end of attempt {AttemptId} could not be recorded; it is reported again in {Delay}.")]
    public static partial void ReportNotTaken(this ILogger log, Exception exception, string attemptId, TimeSpan delay);

    [LoggerMessage(6, LogLevel.Warning, "A webhook item was kept raw: {Reason}.")]
    public static partial void KeptRaw(this ILogger log, string reason);

    [LoggerMessage(7, LogLevel.Error, "A webhook item could not be taken in; the provider will send it again.")]
    public static partial void ItemNotTaken(this ILogger log, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "The templates of {Organization} are not in step with the provider: {Code}. They are read again in {Delay}.")]
    public static partial void CatalogNotInStep(this ILogger log, string organization, string code, TimeSpan delay);

    [LoggerMessage(9, LogLevel.Information, "Template {Template} of {Organization} is now {Status}.")]
    public static partial void TemplateChanged(this ILogger log, string template, string organization, string status);

    [LoggerMessage(10, LogLevel.Error, "{Follower} could not catch up; it tries again.")]
    public static partial void CatchUpFailed(this ILogger log, Exception exception, string follower);

    [LoggerMessage(11, LogLevel.Error, "Item {Id} of the raw inbox does not open.")]
    public static partial void RawItemBroken(this ILogger log, Exception exception, long id);

    [LoggerMessage(12, LogLevel.Error, "{Follower} could not follow {Conversation}; the others go on, and it is tried again with each pass.")]
    public static partial void NotFollowed(this ILogger log, Exception exception, string follower, string conversation);

    [LoggerMessage(13, LogLevel.Error, "The summary of {Contact} in {Line} does not open; the thread is shown without it.")]
    public static partial void SummaryBroken(this ILogger log, Exception exception, string line, string contact);

    /// <summary>The code only: the provider's words may repeat what was sent.</summary>
    [LoggerMessage(14, LogLevel.Warning, "The provider reports error {ProviderCode}, which belongs to no message; it is kept raw.")]
    public static partial void ProviderErrorTold(this ILogger log, int providerCode);

    /// <summary>Without the exception itself: its message may quote what was sent.</summary>
    [LoggerMessage(24, LogLevel.Error, "The overdue attempt of {MessageId} of {Conversation} could not be ended; it is tried again.")]
    public static partial void OverdueNotResolved(this ILogger log, Exception exception, string messageId, string conversation);

    [LoggerMessage(25, LogLevel.Warning, "{Sender} does not say how it does; operators are shown the rest.")]
    public static partial void SenderSilent(this ILogger log, Exception exception, string sender);

    [LoggerMessage(26, LogLevel.Warning, "A file that a contact sent could not be fetched: {Failure}.")]
    public static partial void MediumNotFetched(this ILogger log, Type failure);

    [LoggerMessage(20, LogLevel.Error, "Taking in a webhook item failed with {Failure}; it is kept raw.\n{StackTrace}")]
    public static partial void ItemFailed(this ILogger log, Type failure, string? stackTrace);

    [LoggerMessage(40, LogLevel.Error, "No tree head could be signed for {Organization}; it is tried again within a minute.")]
    public static partial void NotSigned(this ILogger log, Exception exception, string organization);

    [LoggerMessage(41, LogLevel.Warning, "What follows the ledger of {Shard} ({Follower}) could not be woken; the next activation tries again.")]
    public static partial void FollowerNotWoken(this ILogger log, Exception exception, string follower, string shard);

    [LoggerMessage(42, LogLevel.Error, "The archive of {Organization} could not be compared with the logs; it is tried again within an hour.")]
    public static partial void NotReconciled(this ILogger log, Exception exception, string organization);

    [LoggerMessage(43, LogLevel.Error, "The archive of {Organization} lacked {Missing} events and holds {Doubled} too often; {Healed} were recorded now.")]
    public static partial void ArchiveDiffered(this ILogger log, string organization, long missing, long doubled, long healed);

    /// <summary>Without the answer: it is kept, and may name addresses.</summary>
    [LoggerMessage(44, LogLevel.Warning, "Tree head {Number} was not taken by {Destination}; it is tried again in {Delay}.")]
    public static partial void NotAnchored(this ILogger log, long number, string destination, TimeSpan delay);

    [LoggerMessage(45, LogLevel.Error, "The anchoring at {Destination} failed; it is tried again within a minute.")]
    public static partial void AnchoringFailed(this ILogger log, Exception exception, string destination);

    [LoggerMessage(46, LogLevel.Error, "The disposal of content of {Organization} was cut short; it goes on within a minute.")]
    public static partial void NotDisposed(this ILogger log, Exception exception, string organization);

    [LoggerMessage(47, LogLevel.Warning, "Readers keep what {Organization} disposed of in the write-ahead log; it is tried again within a minute.")]
    public static partial void TracesLeft(this ILogger log, string organization);

    [LoggerMessage(48, LogLevel.Warning, "No disposal of content of {Organization} begins by itself: it is {Now} by the clock, and the last one began at {Last}. If the clock is right, begin one.")]
    public static partial void DisposalAwaitsPerson(this ILogger log, string organization, DateTimeOffset now, DateTimeOffset? last);

    [LoggerMessage(50, LogLevel.Warning, "No snapshot of {Conversation} at version {Version} could be kept; another one is tried later.")]
    public static partial void SnapshotNotKept(this ILogger log, Exception exception, long version, string conversation);
}
