using System.Net;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.Problems;

/// <summary>The database is held by another process, as a careless backup would do it.</summary>
public sealed class StorageFaultTests : IAsyncLifetime
{
    private Product _product = null!;

    public async Task InitializeAsync() => _product = await Product.StartAsync();

    public Task DisposeAsync() => _product.DisposeAsync().AsTask();

    [Fact]
    public async Task What_can_not_be_stored_is_answered_503_and_may_be_repeated()
    {
        var ann = await _product.SignIn(Cast.Ann);
        var contact = new { phone = "+4915112345678", name = "Maria Keller" };
        using (_product.HoldStorage())
        {
            var refused = (await ann.Post("/api/v1/contacts", contact)).IsProblem(503, "unavailable");
            Assert.NotNull(refused.Header("Retry-After"));
        }

        (await ann.Post("/api/v1/contacts", contact)).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_webhook_that_can_not_be_stored_is_answered_503_and_comes_again()
    {
        var body = SignedWebhook.TextFrom("4915112345679", "Hello");
        var webhook = _product.Anonymous();
        using (_product.HoldStorage())
        {
            (await SignedWebhook.Post(webhook, body)).IsProblem(503, "unavailable");
        }

        (await SignedWebhook.Post(webhook, body)).Is(HttpStatusCode.OK);
        var threads = (await (await _product.SignIn(Cast.Ann)).Get("/api/v1/lines/sales/threads")).Json["items"]!.AsArray();
        Assert.Equal("Hello", (string?)Assert.Single(threads)!["preview"]);
    }

    [Fact]
    public async Task A_send_that_can_not_be_stored_is_answered_503_and_sent_once_when_it_is_repeated()
    {
        const string Phone = "4915112345680";
        (await _product.Simulator().Post("/control/phones", new { number = Phone, name = "Maria Keller" })).Is(HttpStatusCode.Created);
        (await _product.Simulator().Post($"/control/phones/{Phone}/messages", new { text = "Hello", to = Cast.SalesNumber })).Is(HttpStatusCode.OK);
        var ann = await _product.SignIn(Cast.Ann);
        var thread = await Eventually.Get("thread", async () =>
            (await ann.Get("/api/v1/lines/sales/threads")).Json["items"]!.AsArray().FirstOrDefault(item => (string?)item!["preview"] == "Hello"));
        var messages = $"/api/v1/lines/sales/threads/{(string)thread["contact"]!["id"]!}/messages";
        var text = new { channel = "whatsapp", text = "Good morning" };
        using (_product.HoldStorage())
        {
            (await ann.Post(messages, text, "key-1")).IsProblem(503, "unavailable");
        }

        Assert.DoesNotContain((await ann.Get(messages)).Json["items"]!.AsArray(), item => (string?)item!["text"] == "Good morning");
        (await ann.Post(messages, text, "key-1")).Is(HttpStatusCode.Accepted);
        Assert.Single((await ann.Get(messages)).Json["items"]!.AsArray(), item => (string?)item!["text"] == "Good morning");
    }
}
