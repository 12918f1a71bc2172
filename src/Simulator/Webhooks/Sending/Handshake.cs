using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Webhooks.Sending;

/// <summary>
/// Before an endpoint is used, it must repeat a challenge: GET with <c>hub.mode</c>, <c>hub.verify_token</c> and <c>hub.challenge</c>.
/// </summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint"/></remarks>
internal sealed class Handshake(Database database, IHttpClientFactory clients) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly ConcurrentDictionary<Callback, bool> passed = [];

    /// <summary>For sending. Null if the endpoint has passed, now or before; otherwise what went wrong.</summary>
    public async Task<string?> RefusalAsync(Callback callback, CancellationToken stop)
    {
        if (HasPassed(callback))
            return null;

        await oneAtATime.WaitAsync(stop);
        try
        {
            return HasPassed(callback) ? null : await ChallengeAsync(callback, stop);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>For configuring, where an endpoint passes each time anew. Null if it has; otherwise what went wrong.</summary>
    public async Task<string?> ChallengeAsync(Callback callback, CancellationToken stop)
    {
        var challenge = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = QueryString
            .Empty.Add("hub.mode", "subscribe")
            .Add("hub.challenge", challenge)
            .Add("hub.verify_token", callback.VerifyToken);
        try
        {
            using var client = clients.CreateClient(WebhookSender.ClientName);
            using var reply = await client.GetAsync(new Uri(callback.Url + query.ToUriComponent()), stop);
            if (!reply.IsSuccessStatusCode)
                return $"HTTP Status Code = {(int)reply.StatusCode}; HTTP Message = {reply.ReasonPhrase}";
            // Digits, whatever charset the answer claims to have.
            if (Encoding.ASCII.GetString(await reply.Content.ReadAsByteArrayAsync(stop)).Trim() != challenge)
                return "the challenge was not repeated";
        }
        catch (HttpRequestException unreachable)
        {
            return unreachable.Message;
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return "no answer in time";
        }

        database.Step(db => db.Execute("INSERT OR IGNORE INTO callbacks (url, verify_token) VALUES (@Url, @VerifyToken)", callback));
        return null;
    }

    public bool HasPassed(Callback callback)
    {
        if (!passed.ContainsKey(callback) && IsStored(callback))
            passed[callback] = true;
        return passed.ContainsKey(callback);
    }

    public void Dispose() => oneAtATime.Dispose();

    private bool IsStored(Callback callback) =>
        database.Read(db =>
            db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM callbacks WHERE url = @Url AND verify_token = @VerifyToken)", callback)
        );
}
