namespace MultiLine.Api;

/// <summary>Everything the API logs. Addresses appear as route patterns only, since a full one may hold a token.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The request {Request} to {Route} failed.")]
    public static partial void RequestFailed(this ILogger logger, string request, string route, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to {Route} could not be served just now.")]
    public static partial void NotAvailable(this ILogger logger, string route, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A webhook was not taken in; the provider will send it again.")]
    public static partial void WebhookFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook with a wrong signature was refused.")]
    public static partial void WebhookSignatureWrong(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A contact could not be shown that its messages were read.")]
    public static partial void ReceiptNotShown(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A number's sender did not say how it does.")]
    public static partial void HealthNotTold(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in link for {Person} of {Organization} was made by {Administrator}.")]
    public static partial void SignInLinkMade(this ILogger logger, string organization, string person, string administrator);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Of how the product does, {Part} could not be read; operators are shown the rest.")]
    public static partial void PartNotRead(this ILogger logger, Exception exception, string part);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready.")]
    public static partial void NotReady(this ILogger logger, Exception exception);
}
