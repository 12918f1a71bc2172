using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Webhooks;

/// <summary>Webhooks that are cut off, come in pieces, twice, in the wrong order or many at once: what a sender and the way from it do.</summary>
public sealed class BrokenWebhookTests : IAsyncLifetime
{
    private const string Phone = "4915112345690";
    private const string InFlight = "multiline.webhook.in_flight";

    private Product _product = null!;

    public async Task InitializeAsync()
    {
        _product = await Product.StartAsync();
        // What the start has brought must not be taken for what is sent here.
        await NoWebhooksPendAsync();
        (await _product.Simulator().Post("/control/phones", new { number = Phone, name = "Maria Keller", autoRead = true })).Is(HttpStatusCode.Created);
    }

    public Task DisposeAsync() => _product.DisposeAsync().AsTask();

    [Theory]
    [InlineData("reset in the middle", 0.5, 0, true)]
    [InlineData("ended in the middle", 0.5, 0, false)]
    [InlineData("whole, and announced longer than it is", 1, 10, false)]
    [InlineData("without a single byte of it", 0, 0, true)]
    public async Task A_body_that_ends_before_its_length_leaves_nothing_and_is_taken_once_when_it_comes_again(
        string what, double share, int longer, bool reset)
    {
        var body = SignedWebhook.TextFrom(Phone, what);
        using var meters = new MeteredProduct(_product);
        using (var sender = await ConnectAsync(body, body.Length + longer))
        {
            await sender.SendAsync(body.AsMemory(0, (int)(body.Length * share)));
            await Eventually.Get("a webhook that is being read", () => Task.FromResult(meters.Read(InFlight) > 0 ? meters : null));
            if (reset)
            {
                sender.LingerState = new LingerOption(enable: true, seconds: 0);
            }
            else
            {
                sender.Shutdown(SocketShutdown.Send);
                await GivenUpAsync(meters);
            }
        }

        await GivenUpAsync(meters);
        Assert.Empty(await TextsAsync());
        await Eventually.Get("no byte of a webhook in memory", () => Task.FromResult(meters.Read($"{InFlight}.size") == 0 ? meters : null));

        (await SignedWebhook.Post(_product.Anonymous(), body)).Is(HttpStatusCode.OK);
        (await SignedWebhook.Post(_product.Anonymous(), body)).Is(HttpStatusCode.OK);
        Assert.Equal([what], await TextsAsync());
        Assert.Equal([], _product.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Select(line => line[..Math.Min(line.Length, 400)]));
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up_with_408_and_leaves_nothing()
    {
        var body = SignedWebhook.TextFrom(Phone, "Slow");
        using var sender = await ConnectAsync(body, body.Length);
        await sender.SendAsync(body.AsMemory(0, 10));

        Assert.StartsWith("HTTP/1.1 408 ", await ReadAsync(sender), StringComparison.Ordinal);

        Assert.Empty(await TextsAsync());
        (await SignedWebhook.Post(_product.Anonymous(), body)).Is(HttpStatusCode.OK);
        Assert.Equal(["Slow"], await TextsAsync());
    }

    [Fact]
    public async Task A_body_that_is_longer_than_announced_is_refused_as_not_signed()
    {
        var body = SignedWebhook.TextFrom(Phone, "Long");
        using var sender = await ConnectAsync(body, body.Length - 1);
        await sender.SendAsync(body);

        Assert.StartsWith("HTTP/1.1 401 ", await ReadAsync(sender), StringComparison.Ordinal);

        Assert.Empty(await TextsAsync());
    }

    [Theory]
    [InlineData("cutWebhook")]
    [InlineData("duplicateWebhook")]
    public async Task A_message_whose_webhook_is_cut_or_comes_twice_on_the_way_is_there_once(string fault)
    {
        await MisbehaveAsync(new { kind = fault });

        await WriteAsync("Once");

        await Eventually.Get("the message", async () => (await TextsAsync()).Count > 0 ? fault : null);
        await NoWebhooksPendAsync();
        Assert.Equal(["Once"], await TextsAsync());
    }

    [Fact]
    public async Task Messages_and_statuses_that_come_in_the_wrong_order_and_in_one_batch_are_all_there_once()
    {
        await MisbehaveAsync(new { kind = "reorderWebhooks", size = 3, seconds = 5 });
        foreach (var text in (string[])["one", "two", "three"])
        {
            await WriteAsync(text);
        }

        await Eventually.Get("three messages", async () => (await TextsAsync()).Count == 3 ? "three" : null);
        Assert.Equal(["one", "three", "two"], (await TextsAsync()).Order(StringComparer.Ordinal));

        // Sent, delivered and read, last first.
        await MisbehaveAsync(new { kind = "reorderWebhooks", size = 3, seconds = 5 });
        var ann = await _product.SignIn(Cast.Ann);
        var thread = await ThreadAsync(ann);
        var id = (string)(await ann.Post($"{thread}/messages", new { channel = "whatsapp", text = "four" }, "key-1")).Is(HttpStatusCode.Accepted).Json["message_id"]!;
        await Eventually.Get("a message that was read", async () =>
            (string?)(await ann.Get($"{thread}/messages/{id}")).Json["status"] == "read" ? id : null);
        await NoWebhooksPendAsync();
        Assert.Equal("read", (string?)(await ann.Get($"{thread}/messages/{id}")).Json["status"]);

        await MisbehaveAsync(new { kind = "batchWebhooks", size = 3, seconds = 5 });
        foreach (var text in (string[])["five", "six", "seven"])
        {
            await WriteAsync(text);
        }

        await Eventually.Get("seven messages", async () => (await TextsAsync()).Count == 7 ? "seven" : null);
        await NoWebhooksPendAsync();
        Assert.Equal(["five", "four", "one", "seven", "six", "three", "two"], (await TextsAsync()).Order(StringComparer.Ordinal));
    }

    private static Task<MeteredProduct> GivenUpAsync(MeteredProduct meters) =>
        Eventually.Get("a webhook that was given up", () => Task.FromResult(meters.Read(InFlight) == 0 ? meters : null));

    /// <summary>A connection on which a webhook with this body has been announced, and nothing of the body was sent.</summary>
    private async Task<Socket> ConnectAsync(byte[] body, int length)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _product.Address.Port));
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST {SignedWebhook.Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n"
            + $"X-Hub-Signature-256: {SignedWebhook.Sign(body)}\r\n\r\n"));
        return socket;
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var answer = new byte[4096];
        return Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, deadline.Token));
    }

    private async Task MisbehaveAsync(object fault)
    {
        // What the start has brought must not use it up.
        await NoWebhooksPendAsync();
        (await _product.Simulator().Post("/control/faults", fault)).Is(HttpStatusCode.OK);
    }

    private async Task WriteAsync(string text) =>
        (await _product.Simulator().Post($"/control/phones/{Phone}/messages", new { text, to = Cast.SalesNumber })).Is(HttpStatusCode.OK);

    private Task<string> NoWebhooksPendAsync() => Eventually.Get("an empty queue of webhooks", async () =>
        (int)(await _product.Simulator().Get("/control/health")).Json["pendingWebhooks"]! == 0 ? "empty" : null);

    private static async Task<string> ThreadAsync(HttpClient client) =>
        $"/api/v1/lines/sales/threads/{(string)Assert.Single(await ThreadsAsync(client))!["contact"]!["id"]!}";

    private static async Task<JsonArray> ThreadsAsync(HttpClient client) =>
        (await client.Get("/api/v1/lines/sales/threads")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();

    /// <summary>Of all messages that are in the line's threads.</summary>
    private async Task<List<string>> TextsAsync()
    {
        var ann = await _product.SignIn(Cast.Ann);
        return (await ThreadsAsync(ann)).Count == 0
            ? []
            : [.. (await ann.Get($"{await ThreadAsync(ann)}/messages?limit=200")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().Select(message => (string)message!["text"]!)];
    }
}
