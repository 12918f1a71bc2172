using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Running;

/// <summary>Clients of somebody who has signed in once.</summary>
public static class SignIn
{
    /// <summary>A client of each server, signed in at the first.</summary>
    public static async Task<IReadOnlyList<HttpClient>> EverywhereAsync(this ISystemUnderLoad system, string person)
    {
        ArgumentNullException.ThrowIfNull(system);
        var clients = system.Servers
            .Select(server => new HttpClient { BaseAddress = new Uri(server, "api/v1/"), Timeout = TimeSpan.FromSeconds(30) })
            .ToList();
        var answer = await clients[0].PostAsJsonAsync("sign-in", new { token = await system.IssueLinkAsync(person) });
        answer.EnsureSuccessStatusCode();
        var access = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
        clients.ForEach(client => client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access));
        return clients;
    }
}
