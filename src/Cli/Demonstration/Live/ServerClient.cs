using System.Text.Json;

namespace MultiLine.Cli.Demonstration.Live;

/// <summary>One signed-in person's use of the REST API.</summary>
internal sealed class ServerClient : IDisposable
{
    private const int PageSize = 200;
    private const string Policy = "api/v1/policy";

    private readonly JsonClient _http;

    private ServerClient(JsonClient http) => _http = http;

    /// <param name="address">The server's.</param>
    /// <param name="token">Of a one-time link.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ServerClient> SignInAsync(Uri address, string token, CancellationToken cancellationToken)
    {
        var http = new JsonClient("The server", address);
        try
        {
            var issued = await http.PostAsync("api/v1/sign-in", new { Token = token }, cancellationToken);
            http.BearerToken = issued.GetProperty("access_token").GetString();
            return new ServerClient(http);
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    /// <summary>Has the server read its templates from the provider again.</summary>
    /// <returns>Their status by name.</returns>
    public async Task<IReadOnlyDictionary<string, string>> SyncTemplatesAsync(CancellationToken cancellationToken) =>
        (await _http.PostAsync("api/v1/templates/sync", body: null, cancellationToken)).EnumerateArray().ToDictionary(
            template => template.GetProperty("name").GetString()!, template => template.GetProperty("status").GetString()!, StringComparer.Ordinal);

    /// <summary>Puts a policy in force where there is none yet.</summary>
    public async Task PutPolicyAsync(object policy, CancellationToken cancellationToken)
    {
        if ((await _http.GetAsync(Policy, cancellationToken)).GetProperty("version").ValueKind == JsonValueKind.Null)
            await _http.PutAsync(Policy, new { Version = (long?)null, Policy = policy }, cancellationToken);
    }

    public async Task<IReadOnlyList<UnreadThread>> UnreadAsync(string line, CancellationToken cancellationToken) =>
        [.. (await _http.GetAsync($"{Threads(line)}?unread=true&limit={PageSize}", cancellationToken)).GetProperty("items").EnumerateArray().Select(ToThread)];

    /// <summary>The place of the newest message that the line itself sent; 0 if there is none.</summary>
    public async Task<long> LastAnswerAsync(string line, string contact, CancellationToken cancellationToken) =>
        (await _http.GetAsync($"{Threads(line)}/{contact}/messages?limit={PageSize}", cancellationToken)).GetProperty("items").EnumerateArray()
            .Where(message => message.GetProperty("direction").GetString() == "out")
            .Select(message => message.GetProperty("place").GetInt64())
            .DefaultIfEmpty()
            .Max();

    public Task MarkReadAsync(string line, string contact, long place, CancellationToken cancellationToken) =>
        _http.PostAsync($"{Threads(line)}/{contact}/read", new { Place = place }, cancellationToken);

    public void Dispose() => _http.Dispose();

    private static string Threads(string line) => $"api/v1/lines/{line}/threads";

    private static UnreadThread ToThread(JsonElement thread) => new(
        thread.GetProperty("contact").GetProperty("id").GetString()!,
        thread.GetProperty("contact").GetProperty("name").GetString()!,
        thread.GetProperty("version").GetInt64());
}

/// <param name="Contact">The contact's id.</param>
/// <param name="Name">The contact's name.</param>
/// <param name="Version">Up to where its log goes.</param>
internal sealed record UnreadThread(string Contact, string Name, long Version);
