using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Web.Tests.Products;

/// <summary>JSON over HTTP, for what a test sets up or looks at beside the pages. What isn't answered with success fails the test.</summary>
internal sealed class JsonApi(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public string? BearerToken
    {
        set => _http.DefaultRequestHeaders.Authorization = value is null ? null : new AuthenticationHeaderValue("Bearer", value);
    }

    public async Task<JsonNode?> GetAsync(string path) => await ReadAsync(path, await _http.GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<JsonNode?> PostAsync(string path, object? body = null) => await SendAsync(HttpMethod.Post, path, body);

    public async Task<JsonNode?> PutAsync(string path, object body) => await SendAsync(HttpMethod.Put, path, body);

    public async Task PutPictureAsync(string path, byte[] png)
    {
        using var content = new ByteArrayContent(png) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        await ReadAsync($"PUT {path}", await _http.PutAsync(new Uri(path, UriKind.Relative), content));
    }

    public async Task<JsonNode?> PatchAsync(string path, object body) => await SendAsync(HttpMethod.Patch, path, body);

    public async Task DeleteAsync(string path) => await SendAsync(HttpMethod.Delete, path, body: null);

    /// <param name="path">Below the address.</param>
    /// <param name="bytes">The body.</param>
    /// <param name="mimeType">What they are said to be.</param>
    public async Task<JsonNode?> PostAsync(string path, byte[] bytes, string mimeType)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(mimeType);
        return await ReadAsync($"POST {path}", await _http.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("n"));
        return await ReadAsync($"{method} {path}", await _http.SendAsync(request));
    }

    private static async Task<JsonNode?> ReadAsync(string what, HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{what} was answered with {(int)answer.StatusCode}: {text}");
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
    }
}
