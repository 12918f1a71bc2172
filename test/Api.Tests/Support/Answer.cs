using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Api.Tests.Support;

/// <summary>What came back, read to the end.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => (string?)Json["code"];

    public static async Task<Answer> Read(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public Answer Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was expected, {(int)Status} came: {Text}");
        return this;
    }

    /// <summary>A problem document in its full form, with this status and code.</summary>
    public Answer IsProblem(int status, string code)
    {
        Is((HttpStatusCode)status);
        Assert.Equal("application/problem+json", Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, Code);
        Assert.Equal(status, (int?)Json["status"]);
        Assert.Equal($"urn:multiline:problem:{code}", (string?)Json["type"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)Json["title"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)Json["detail"]));
        Assert.DoesNotContain("System.", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MultiLine.", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
        return this;
    }
}

internal static class HttpClients
{
    private const int LargeBody = 64 * 1024;

    public static async Task<Answer> Get(this HttpClient client, string path) => await Answer.Read(await client.GetAsync(new Uri(path, UriKind.Relative)));

    public static Task<Answer> Post(this HttpClient client, string path, object? body = null, string? key = null) =>
        client.Call(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), key);

    public static Task<Answer> Put(this HttpClient client, string path, object body) => client.Call(HttpMethod.Put, path, JsonContent.Create(body));

    public static Task<Answer> Patch(this HttpClient client, string path, object body) => client.Call(HttpMethod.Patch, path, JsonContent.Create(body));

    public static Task<Answer> PutLogo(this HttpClient client, string number, byte[] picture, string? type = "image/png")
    {
        var content = new ByteArrayContent(picture);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return client.Call(HttpMethod.Put, $"/api/v1/numbers/{number}/profile/logo", content);
    }

    public static async Task<Answer> Call(this HttpClient client, HttpMethod method, string path, HttpContent? content = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.Deliver(request);
    }

    /// <summary>
    /// A large body waits for the server's leave, as curl's do: a server that refuses it closes the connection, and a client that is still
    /// writing then may lose the answer.
    /// </summary>
    public static async Task<Answer> Deliver(this HttpClient client, HttpRequestMessage request)
    {
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > LargeBody;
        return await Answer.Read(await client.SendAsync(request));
    }
}
