using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MultiLine.Cli.Demonstration.Live;

/// <summary>JSON over HTTP; an answer that isn't a success ends the command with what was answered.</summary>
internal sealed class JsonClient(string who, Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions SnakeCase = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http = new() { BaseAddress = new Uri($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/") };

    public string? BearerToken
    {
        set => _http.DefaultRequestHeaders.Authorization = value is null ? null : new AuthenticationHeaderValue("Bearer", value);
    }

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync($"GET {path}", _http.GetAsync(path, cancellationToken), cancellationToken);

    /// <param name="path">Below the address.</param>
    /// <param name="body">Its names are written in snake case.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<JsonElement> PostAsync(string path, object? body, CancellationToken cancellationToken) =>
        PostAsync(path, body, SnakeCase, cancellationToken);

    /// <inheritdoc cref="PostAsync(string, object?, CancellationToken)"/>
    public Task<JsonElement> PutAsync(string path, object body, CancellationToken cancellationToken) =>
        ReadAsync($"PUT {path}", _http.PutAsJsonAsync(path, body, SnakeCase, cancellationToken), cancellationToken);

    public Task<JsonElement> PostCamelCaseAsync(string path, object? body, CancellationToken cancellationToken) =>
        PostAsync(path, body, JsonSerializerOptions.Web, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object? body, JsonSerializerOptions names, CancellationToken cancellationToken)
    {
        using var content = body is null ? null : JsonContent.Create(body, options: names);
        return await ReadAsync($"POST {path}", _http.PostAsync(path, content, cancellationToken), cancellationToken);
    }

    private async Task<JsonElement> ReadAsync(string what, Task<HttpResponseMessage> call, CancellationToken cancellationToken)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new CommandFailedException($"{who} answered {what} with {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
