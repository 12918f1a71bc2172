using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Cluster.Tests.Clusters;
using MultiLine.Load.Running;

namespace MultiLine.Cluster.Tests.Sessions;

/// <summary>Whichever server of a deployment answers, people are signed in.</summary>
public sealed class SharedSignInTests
{
    [ClusterFact]
    public async Task Who_has_signed_in_at_one_server_is_signed_in_at_each_also_after_a_restart()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 1, settings: []);
        var token = await AccessToken(cluster);
        var cookie = await Cookie(cluster);

        await EachServerKnows(cluster, token, cookie);
        await cluster.RestartServerAsync(0);
        await cluster.RestartServerAsync(1);
        await EachServerKnows(cluster, token, cookie);
    }

    [ClusterFact]
    public async Task A_link_that_was_used_at_one_server_is_used_up_at_the_other()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 1, settings: []);
        var link = new { token = await cluster.IssueLinkAsync(Bank.User) };

        var answers = await Task.WhenAll(cluster.Servers.Select(server => Client(server).PostAsJsonAsync("api/v1/sign-in", link)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    private static async Task EachServerKnows(TestedCluster cluster, string token, string cookie)
    {
        foreach (var server in cluster.Servers)
        {
            using var withToken = new HttpRequestMessage(HttpMethod.Get, "api/v1/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            Assert.Equal(HttpStatusCode.OK, (await Client(server).SendAsync(withToken)).StatusCode);
            using var withCookie = new HttpRequestMessage(HttpMethod.Get, "api/v1/me") { Headers = { { "Cookie", cookie } } };
            Assert.Equal(HttpStatusCode.OK, (await Client(server).SendAsync(withCookie)).StatusCode);
        }
    }

    /// <summary>From the first server.</summary>
    private static async Task<string> AccessToken(TestedCluster cluster)
    {
        var answer = await Client(cluster.Servers[0]).PostAsJsonAsync("api/v1/sign-in", new { token = await cluster.IssueLinkAsync(Bank.User) });
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
    }

    /// <summary>From the second server.</summary>
    private static async Task<string> Cookie(TestedCluster cluster)
    {
        var server = cluster.Servers[1];
        using var request = new HttpRequestMessage(HttpMethod.Post, "sign-in")
        {
            Content = new FormUrlEncodedContent([new("token", await cluster.IssueLinkAsync(Bank.User))]),
            Headers = { { "Origin", server.GetLeftPart(UriPartial.Authority) } },
        };
        var answer = await Client(server).SendAsync(request);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static HttpClient Client(Uri server) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
}
