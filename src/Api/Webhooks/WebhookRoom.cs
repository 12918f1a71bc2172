using System.Buffers;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using MultiLine.Api.Problems;

namespace MultiLine.Api.Webhooks;

/// <summary>
/// Bounds what this server holds of webhooks. Where storage or grains become slow, more is refused before memory grows: what is refused,
/// the provider keeps and sends again.
/// </summary>
internal sealed class WebhookRoom
{
    private readonly WebhookOptions _options;
    private readonly Counter<long> _refused;
    private int _most;
    private int _taken;
    private long _bytes;

    public WebhookRoom(IOptions<WebhookOptions> options, IMeterFactory meters)
    {
        _options = options.Value;
        _most = _options.MostAtOnce;
        var meter = meters.Create("MultiLine.Api");
        _refused = meter.CreateCounter<long>("multiline.webhook.refused", "{webhook}", "Webhooks for which there was no room.");
        meter.CreateObservableUpDownCounter(
            "multiline.webhook.in_flight", () => Volatile.Read(ref _taken), "{webhook}", "Webhooks that are being taken in.");
        meter.CreateObservableUpDownCounter(
            "multiline.webhook.in_flight.size", () => Interlocked.Read(ref _bytes), "By", "What was read of them.");
    }

    /// <summary>The answer to what has no room.</summary>
    public static IResult Full => new ProblemResult(ProblemCodes.Unavailable, "More webhooks are being taken in than there is room for. Please send it again.");

    /// <summary>A place for a webhook of this provider; null where none is left.</summary>
    public Place? Enter(string provider)
    {
        if (Interlocked.Increment(ref _taken) <= Volatile.Read(ref _most))
        {
            return new Place(this, provider);
        }

        Interlocked.Decrement(ref _taken);
        Refuse(provider);
        return null;
    }

    private void Refuse(string provider) => _refused.Add(1, new KeyValuePair<string, object?>("multiline.provider", provider));

    /// <summary>What one webhook takes, until it is given back.</summary>
    internal sealed class Place(WebhookRoom room, string provider) : IDisposable
    {
        /// <summary>Of the body, in bytes. No more is believed of a length that is only announced.</summary>
        private const int Piece = 16 * 1024;

        private long _taken;

        /// <summary>The body, which takes room as it comes; null where there is not enough.</summary>
        public async Task<byte[]?> ReadAsync(HttpRequest request)
        {
            using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, Piece));
            var piece = ArrayPool<byte>.Shared.Rent(Piece);
            try
            {
                while (await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted) is > 0 and var read)
                {
                    _taken += read;
                    if (Interlocked.Add(ref room._bytes, read) > room._options.MostBytesAtOnce)
                    {
                        room.Refuse(provider);
                        return null;
                    }

                    body.Write(piece, 0, read);
                }

                return body.ToArray();
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(piece);
            }
        }

        /// <summary>It was taken in: there is room for more again, up to what is configured.</summary>
        public void CameThrough()
        {
            var most = Volatile.Read(ref room._most);
            if (most < room._options.MostAtOnce)
            {
                Volatile.Write(ref room._most, Math.Min(most * 2, room._options.MostAtOnce));
            }
        }

        /// <summary>
        /// It was not taken in. Where that took too long, nobody waits for it any more, and yet it may be held somewhere behind us: so there is
        /// less room for others, as long as none of them comes through.
        /// </summary>
        public void Failed(Exception reason)
        {
            if (reason is TimeoutException)
            {
                Volatile.Write(ref room._most, Math.Max(Volatile.Read(ref room._most) / 2, 1));
            }
        }

        public void Dispose()
        {
            Interlocked.Add(ref room._bytes, -_taken);
            Interlocked.Decrement(ref room._taken);
        }
    }
}

internal static class WebhookHosting
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<WebhookRoom>();
    }
}
