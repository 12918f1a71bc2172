using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Product;

/// <summary>The product's REST API as one person calls it.</summary>
internal sealed class ProductClient(Uri address) : IDisposable
{
    private readonly HttpClient http = NewClient(address);

    public static HttpClient NewClient(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        // The product may be killed between two requests; a connection kept open from before would only get in the way.
        client.DefaultRequestHeaders.ConnectionClose = true;
        return client;
    }

    /// <summary>Exchanges a one-time link for the access token that all later requests carry.</summary>
    public async Task<Answer> SignInAsync(Uri link)
    {
        var token = link.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).First(pair => pair[0] == "token")[1];
        var answer = await PostAsync("api/v1/sign-in", new { token });
        if (answer["access_token"].Text() is { Length: > 0 } accessToken)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return answer;
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, body: null, idempotencyKey: null, aloud: true);

    /// <summary>Without a line on the console, for looking again and again.</summary>
    public Task<Answer> LookAsync(string path) => SendAsync(HttpMethod.Get, path, body: null, idempotencyKey: null, aloud: false);

    public Task<Answer> PostAsync(string path, object? body, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, body ?? new { }, idempotencyKey, aloud: true);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body, idempotencyKey: null, aloud: true);

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Narrator.Say($"GET /{path} → {(int)response.StatusCode}");
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync()
            : throw new DiffersException($"{path} answered {(int)response.StatusCode}.");
    }

    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A stream of live events, from after the given one.</summary>
    public async Task<Stream> OpenEventsAsync(string path, string lastEventId, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStreamAsync(stop);
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, string? idempotencyKey, bool aloud)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);

        using var response = await http.SendAsync(request);
        var answer = new Answer($"{method} /{path}", response.StatusCode, response.Content.Headers.ContentType?.MediaType, await ReadAsync(response));
        if (aloud)
            Narrator.Say(answer.ToString());
        return answer;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (bytes.Length == 0)
            return default;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(bytes);
        }
        catch (JsonException)
        {
            throw new DiffersException($"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode} with something that is not JSON.");
        }
    }
}
