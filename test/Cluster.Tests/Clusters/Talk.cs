using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Load.Running;

namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>A contact's phone on one side, a person of the bank and a compliance officer on the other.</summary>
internal sealed class Talk : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly HttpClient _phones;
    private readonly IReadOnlyList<HttpClient> _users;
    private readonly HttpClient _officer;
    private readonly string _phone;

    private Talk(Uri simulator, IReadOnlyList<HttpClient> users, HttpClient officer, string phone) =>
        (_phones, _users, _officer, _phone) = (new HttpClient { BaseAddress = new Uri(simulator, "control/phones/") }, users, officer, phone);

    public string Contact { get; private set; } = "";

    /// <summary>With a contact who has written, which is consent and opens the session.</summary>
    public static async Task<Talk> BeginAsync(TestedCluster cluster, string phone)
    {
        var talk = new Talk(
            cluster.Simulator, await cluster.EverywhereAsync(Bank.User), (await cluster.EverywhereAsync(Bank.Officer))[0], phone.TrimStart('+'));
        (await talk._phones.PostAsJsonAsync("../phones", new { number = phone, name = "Maria Keller", onWhatsApp = true, autoRead = true })).EnsureSuccessStatusCode();
        var contact = await talk._users[0].PostAsJsonAsync("contacts", new { phone, name = "Maria Keller" });
        talk.Contact = (string)(await contact.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        return talk;
    }

    /// <summary>The same talk, seen by the same people through another cluster.</summary>
    public async Task<Talk> ThroughAsync(TestedCluster other) =>
        new(other.Simulator, await other.EverywhereAsync(Bank.User), (await other.EverywhereAsync(Bank.Officer))[0], _phone) { Contact = Contact };

    /// <summary>The contact writes, and it is in the thread.</summary>
    public async Task HearsAsync(string text)
    {
        (await _phones.PostAsJsonAsync($"{_phone}/messages", new { text })).EnsureSuccessStatusCode();
        await UntilAsync($"“{text}” in the thread", async () => (await TextsAsync("in")).Contains(text));
    }

    /// <summary>The person sends, and again with the same key until it is taken; the phone has it.</summary>
    public async Task SendsAsync(string text)
    {
        var key = Guid.NewGuid().ToString("n");
        await UntilAsync($"“{text}” accepted", async () => await SendAsync(0, text, key) == HttpStatusCode.Accepted);
        await UntilAsync($"“{text}” on the phone", async () => (await OnPhoneAsync()).Contains(text));
    }

    /// <summary>Sends once. What is not accepted may be repeated with the same key.</summary>
    /// <param name="server">Which server is asked.</param>
    /// <param name="text">What is sent.</param>
    /// <param name="key">The idempotency key.</param>
    public async Task<HttpStatusCode> SendAsync(int server, string text, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Thread}/messages")
        {
            Content = JsonContent.Create(new { channel = "whatsapp", text }),
            Headers = { { "Idempotency-Key", key } },
        };
        using var answer = await _users[server].SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted or >= HttpStatusCode.InternalServerError, await answer.Content.ReadAsStringAsync());
        return answer.StatusCode;
    }

    /// <summary>What the thread shows, oldest first.</summary>
    /// <param name="direction"><c>in</c> or <c>out</c>.</param>
    public async Task<IReadOnlyList<string>> TextsAsync(string direction)
    {
        var page = await ReadAsync(_users[0], $"{Thread}/messages?limit=200");
        return
        [
            .. page["items"]!.AsArray().Where(message => (string?)message!["direction"] == direction)
                .OrderBy(message => (long)message!["place"]!).Select(message => (string)message!["text"]!),
        ];
    }

    /// <summary>The whole log, by pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> LogAsync()
    {
        List<JsonNode> entries = [];
        for (string? after = "0"; after is not null;)
        {
            var page = await ReadAsync(_officer, $"{Thread}/log?after={after}&limit=200");
            entries.AddRange(page["items"]!.AsArray().Select(entry => entry!.DeepClone()));
            after = (string?)page["next"];
        }

        return entries;
    }

    /// <summary>What the bank has sent to the phone, as often as it came, oldest first.</summary>
    public async Task<IReadOnlyList<string>> OnPhoneAsync() =>
    [
        .. (await ReadAsync(_phones, $"{_phone}/inbox")).AsArray()
            .Where(message => (string?)message!["from"] == "business").Select(message => (string)message!["body"]!),
    ];

    public Task UntilLoggedAsync(string type, Func<JsonNode, bool> isMeant) => UntilAsync(
        $"{type} in the log", async () => (await LogAsync()).Any(entry => (string?)entry["event"]!["type"] == type && isMeant(entry["event"]!)));

    /// <summary>The archive has each event of the log, once, and its sequence has no gap.</summary>
    public Task UntilArchivedAsync() => UntilAsync("the whole log in the archive", async () =>
    {
        var archived = await ArchivedAsync();
        Assert.Equal(archived.Distinct().Count(), archived.Count);
        return archived.Order().SequenceEqual((await LogAsync()).Select(entry => (long)entry["version"]!).Order());
    });

    public static async Task UntilAsync(string missing, Func<Task<bool>> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"Missing: {missing}.\n{Warnings.Latest}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    public void Dispose() => _phones.Dispose();

    private string Thread => $"lines/{Bank.Line}/threads/{Contact}";

    /// <summary>The versions of this talk in the archive.</summary>
    private async Task<IReadOnlyList<long>> ArchivedAsync()
    {
        var entries = (await ReadAsync(_officer, "archive?limit=200"))["entries"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(sequence => (long)sequence), entries.Select(entry => (long)entry!["sequence"]!));
        return
        [
            .. entries.Where(entry => ((string)entry!["conversation"]!).EndsWith(Contact, StringComparison.Ordinal)).Select(entry => (long)entry!["version"]!),
        ];
    }

    /// <summary>Asks until the cluster can answer.</summary>
    private static async Task<JsonNode> ReadAsync(HttpClient client, string path)
    {
        JsonNode? read = null;
        await UntilAsync($"an answer to {path.Split('?')[0]}", async () =>
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            read = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>() : null;
            return read is not null;
        });
        return read!;
    }
}
