using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Faults;

/// <summary>Somebody who sends, and repeats with the same key until it is answered.</summary>
internal sealed class Sending(HttpClient user, Acknowledged acknowledged)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task UntilAcceptedAsync(string contact, string text, string key)
    {
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"lines/main/threads/{contact}/messages")
                {
                    Content = JsonContent.Create(new { channel = "whatsapp", text }),
                };
                request.Headers.Add("Idempotency-Key", key);
                using var answer = await user.SendAsync(request);
                if (answer.StatusCode == HttpStatusCode.Accepted)
                {
                    var message = await answer.Content.ReadFromJsonAsync<JsonNode>();
                    acknowledged.Accepted[(string)message!["message_id"]!] = text;
                    return;
                }

                if ((int)answer.StatusCode < 500)
                {
                    throw new InvalidOperationException($"A send was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The product is down: the same request goes out again.
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
