using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Cluster.Tests.Clusters;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Load.Running;

namespace MultiLine.Cluster.Tests.Contacts;

/// <summary>First messages of a contact whom nobody knows yet, several at once and on different silos.</summary>
public sealed class FirstMessageTests
{
    private const int Contacts = 25;

    [ClusterFact]
    public async Task First_messages_with_the_same_alias_on_different_silos_make_one_contact_and_one_conversation()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 2, settings: []);

        await MeetAsync(cluster, cluster.Servers);
    }

    /// <summary>Then even the grain that knows the alias is there twice.</summary>
    [ClusterFact]
    public async Task First_messages_with_the_same_alias_on_both_sides_of_a_network_that_fell_apart_make_one_contact_and_one_conversation()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 1, settings: []);
        await using var rival = await cluster.StartRivalAsync(silos: 1);

        await MeetAsync(cluster, [cluster.Servers[0], rival.Servers[0]]);
    }

    /// <summary>One message names the contact by number and user id, the other by the user id alone: by that they are one.</summary>
    private static async Task MeetAsync(TestedCluster cluster, IReadOnlyList<Uri> servers)
    {
        var user = (await cluster.EverywhereAsync(Bank.User))[0];
        using var provider = new HttpClient();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Contacts),
            new ParallelOptions { MaxDegreeOfParallelism = 5 },
            async (contact, _) => await Task.WhenAll(
                DeliverAsync(provider, servers[0], Message(contact, "a", phone: true)),
                DeliverAsync(provider, servers[1], Message(contact, "b", phone: false))));

        JsonArray threads = [];
        await Talk.UntilAsync("each thread in the inbox", async () =>
        {
            threads = (await ReadAsync(user, $"lines/{Bank.Line}/threads?limit=200"))["items"]!.AsArray();
            return threads.Count >= Contacts;
        });
        Assert.Equal(Contacts, threads.Count);
        Assert.Equal(Contacts, (await ReadAsync(user, "contacts?limit=200"))["items"]!.AsArray().Count);
        foreach (var thread in threads)
        {
            var messages = (await ReadAsync(user, $"lines/{Bank.Line}/threads/{(string)thread!["contact"]!["id"]!}/messages"))["items"]!.AsArray();
            var ids = messages.Select(message => (string)message!["provider_message_id"]!).Order().ToList();
            Assert.Equal(2, ids.Count);
            Assert.Equal(ids[0][..^1], ids[1][..^1]);
        }
    }

    private static async Task DeliverAsync(HttpClient provider, Uri server, byte[] body) => await Talk.UntilAsync("200 to a webhook", async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "webhooks/whatsapp")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Hub-Signature-256", WebhookSignature.Sign(body, Bank.AppSecret));
        using var answer = await provider.SendAsync(request);
        return answer.IsSuccessStatusCode;
    });

    private static byte[] Message(int contact, string which, bool phone)
    {
        var (number, bsuid) = ($"4915550{contact:00000}", $"DE.{contact:00000000}");
        return Encoding.UTF8.GetBytes($$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"{{{Bank.Account}}}","changes":[{"field":"messages","value":{
              "messaging_product":"whatsapp","metadata":{"display_phone_number":"49305550100","phone_number_id":"{{{Bank.PhoneNumberId}}}"},
              "contacts":[{"user_id":"{{{bsuid}}}",{{{(phone ? $"\"wa_id\":\"{number}\"," : "")}}}"profile":{"name":"Contact {{{contact}}}"}}],
              "messages":[{"from_user_id":"{{{bsuid}}}",{{{(phone ? $"\"from\":\"{number}\"," : "")}}}"id":"wamid.{{{contact}}}{{{which}}}",
                "timestamp":"{{{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}}}","type":"text","text":{"body":"Hello"}}]}}]}]}
            """);
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
}
