using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.Sms.Webhooks;

namespace MultiLine.Connectors.Sms.Sending;

/// <summary>
/// Sends SMS by Twilio's convention and says what is known afterwards. It never repeats a call by itself: the API has no idempotency key, so a
/// repetition might reach the contact twice.
/// Source: https://www.twilio.com/docs/messaging/api/message-resource
/// </summary>
public sealed class SmsClient
{
    private const int LongestReply = 1024 * 1024;

    private readonly HttpClient _http;
    private readonly IOptionsMonitor<SmsOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SmsClient> _log;

    public SmsClient(HttpClient http, IOptionsMonitor<SmsOptions> options, TimeProvider time, ILogger<SmsClient> log)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
        _options = options;
        _time = time;
        _log = log;

        // The time-out is ours: it has to tell what had gone out when it struck.
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _http.MaxResponseContentBufferSize = LongestReply;
    }

    /// <summary>Connections are renewed, so that a change of address is noticed, and redirects aren't followed: they would repeat the call.</summary>
    internal static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // A call has a span in our traces; the provider is not told of them.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    /// <summary>Hands a message to the provider. Failures of any kind come back as an outcome.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; as after a crash, nothing is known then.</exception>
    public async Task<SmsOutcome> SendAsync(OutboundSms message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var outcome = await CallAsync(message, cancellationToken);
        Log(message, outcome);
        return outcome;
    }

    private async Task<SmsOutcome> CallAsync(OutboundSms message, CancellationToken cancellationToken)
    {
        var options = _options.CurrentValue;
        var content = new WatchedContent(Encoding.UTF8.GetBytes(Form(message, options)), "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(options)) { Content = content };
        var credentials = Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthTokens[0]}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));

        using var deadline = new CancellationTokenSource(options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return SmsReply.Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token), message.Earlier);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Our deadline, or the connection's own.
            return content.Started ? new SmsOutcome.Unknown(UnknownReason.TimedOut, ProviderCode: null) : NotReached(message);
        }
        catch (HttpRequestException)
        {
            return content.Started ? new SmsOutcome.Unknown(UnknownReason.ConnectionLost, ProviderCode: null) : NotReached(message);
        }
    }

    private static SmsOutcome.TryAgain NotReached(OutboundSms message) =>
        new(SmsErrors.NotReached.After(message.Earlier.For(null)), ProviderCode: null);

    private static Uri Address(SmsOptions options) =>
        new(options.BaseAddress!.AbsoluteUri.TrimEnd('/') + $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json");

    private static string Form(OutboundSms message, SmsOptions options) => string.Join('&', new (string Name, string Value)[]
    {
        ("To", message.To),
        ("From", message.From),
        ("Body", message.Text),
        ("StatusCallback", options.Public(SmsPaths.StatusOf(message.AttemptId))),
    }.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    private void Log(OutboundSms message, SmsOutcome outcome)
    {
        switch (outcome)
        {
            case SmsOutcome.Refused refused:
                _log.SmsRefused(message.AttemptId, refused.ProviderCode, refused.Handling);
                break;
            case SmsOutcome.TryAgain again:
                _log.SendPutOff(message.AttemptId, again.ProviderCode, again.After);
                break;
            case SmsOutcome.NumberPaused paused:
                _log.SmsPaused(message.AttemptId, paused.ProviderCode);
                break;
            case SmsOutcome.Unknown unknown:
                _log.SendUnknown(message.AttemptId, unknown.Reason, unknown.ProviderCode);
                break;
        }
    }
}
