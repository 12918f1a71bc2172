using System.Net;
using System.Text;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Webhooks;

/// <summary>The storage is slow, and more comes than can be taken in.</summary>
public sealed class BackPressureTests
{
    private const string InFlight = "multiline.webhook.in_flight";
    private const string Size = InFlight + ".size";
    private const string Refused = "multiline.webhook.refused";

    private const int Room = 4;
    private const int Webhooks = 40;

    private const int BytesOfRoom = 3 * 1024 * 1024;
    private const int BytesAtOnce = 16 * 1024;

    [Fact]
    public async Task While_storage_is_slow_webhooks_beyond_the_room_are_answered_503_at_once_and_all_are_taken_once_when_they_come_again()
    {
        await using var product = await Product.StartAsync(null, $"--Webhooks:MostAtOnce={Room}");
        using var meters = new MeteredProduct(product);
        var bodies = Enumerable.Range(0, Webhooks).Select(index => SignedWebhook.TextFrom("4915112345670", $"Message {index}")).ToList();
        Task<Answer>[] waiting;
        using (product.HoldStorage())
        {
            waiting = [.. bodies.Take(Room).Select(body => SignedWebhook.Post(product.Anonymous(), body))];
            await Eventually.Get("as many webhooks as there is room for", () => Task.FromResult(meters.Read(InFlight) == Room ? meters : null));

            var refused = await Task.WhenAll(bodies.Skip(Room).Select(body => SignedWebhook.Post(product.Anonymous(), body)));

            Assert.All(refused, answer => Assert.NotNull(answer.IsProblem(503, "unavailable").Header("Retry-After")));
            Assert.Equal(Room, meters.Read(InFlight));
            // The simulator tells of templates meanwhile.
            Assert.True(meters.Read(Refused) >= Webhooks - Room);
        }

        await Task.WhenAll(waiting);
        foreach (var body in bodies)
        {
            await Eventually.Get("a webhook taken in", async () =>
                (await SignedWebhook.Post(product.Anonymous(), body)).Status == HttpStatusCode.OK ? body : null);
        }

        // One that the simulator repeats may be under way.
        await Eventually.Get("no webhook in memory", () => Task.FromResult((meters.Read(InFlight), meters.Read(Size)) is (0, 0) ? meters : null));
        Assert.Equal(Room, meters.Highest(InFlight));
        Assert.Equal(
            Enumerable.Range(0, Webhooks).Select(index => $"Message {index}").Order(StringComparer.Ordinal),
            (await Texts(product)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_held_of_webhooks_in_memory_stays_within_its_bytes_however_few_they_are()
    {
        await using var product = await Product.StartAsync(null, $"--Webhooks:MostBytesAtOnce={BytesOfRoom}");
        using var meters = new MeteredProduct(product);
        // Spaces at the end belong to the JSON.
        var bodies = Enumerable.Range(0, 3).Select(index => (byte[])[
            .. SignedWebhook.TextFrom("4915112345671", $"Message {index}"), .. Encoding.ASCII.GetBytes(new string(' ', BytesOfRoom / 5 * 2))]).ToList();
        using (product.HoldStorage())
        {
            var waiting = bodies.Take(2).Select(body => SignedWebhook.Post(product.Anonymous(), body)).ToList();
            await Eventually.Get("two bodies that were read", () => Task.FromResult(meters.Read(Size) >= BytesOfRoom / 5 * 4 ? meters : null));

            (await SignedWebhook.Post(product.Anonymous(), bodies[2])).IsProblem(503, "unavailable");

            Assert.True(meters.Read(Size) < BytesOfRoom);
            Assert.True(meters.Read(Refused) >= 1);
            Assert.All(waiting, answer => Assert.False(answer.IsCompleted));
        }

        foreach (var body in bodies)
        {
            await Eventually.Get("a webhook taken in", async () =>
                (await SignedWebhook.Post(product.Anonymous(), body)).Status == HttpStatusCode.OK ? body : null);
        }

        Assert.InRange(meters.Highest(Size), 1, BytesOfRoom + BytesAtOnce);
        Assert.Equal(["Message 0", "Message 1", "Message 2"], (await Texts(product)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SMS_are_refused_the_same_way()
    {
        await using var product = await Product.StartAsync(null, "--Webhooks:MostAtOnce=1");
        using var meters = new MeteredProduct(product);
        var sms = SignedSms.From("+4915112345672", "Hello by SMS");
        Task<Answer> waiting;
        using (product.HoldStorage())
        {
            waiting = SignedWebhook.Post(product.Anonymous(), SignedWebhook.TextFrom("4915112345672", "Hello"));
            await Eventually.Get("a webhook that waits", () => Task.FromResult(meters.Read(InFlight) == 1 ? meters : null));

            Assert.NotNull((await SignedSms.Post(product, sms)).IsProblem(503, "unavailable").Header("Retry-After"));
        }

        await waiting;
        // The simulator's own webhooks come again too, and take the only place.
        await Eventually.Get("an SMS taken in", async () => (await SignedSms.Post(product, sms)).Status == HttpStatusCode.OK ? sms : null);
        Assert.Contains("Hello by SMS", await Texts(product));
    }

    [Theory]
    [InlineData("--Webhooks:MostAtOnce=0", "Webhooks:MostAtOnce")]
    [InlineData("--Webhooks:MostBytesAtOnce=3000000", "Webhooks:MostBytesAtOnce")]
    public async Task A_room_that_takes_nothing_stops_the_start_and_is_named(string setting, string key)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Product.StartAsync(null, setting));

        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>All that stands in threads of the line.</summary>
    private static async Task<List<string>> Texts(Product product)
    {
        var ann = await product.SignIn(Cast.Ann);
        List<string> texts = [];
        foreach (var thread in (await ann.Get("/api/v1/lines/sales/threads")).Is(HttpStatusCode.OK).Json["items"]!.AsArray())
        {
            var messages = await ann.Get($"/api/v1/lines/sales/threads/{(string)thread!["contact"]!["id"]!}/messages?limit=200");
            texts.AddRange(messages.Is(HttpStatusCode.OK).Json["items"]!.AsArray().Select(message => (string)message!["text"]!));
        }

        return texts;
    }
}
