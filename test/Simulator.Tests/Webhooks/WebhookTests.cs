using System.Net;
using System.Net.Http.Json;
using System.Text;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Webhooks;

public sealed class WebhookTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task The_signature_is_over_the_exact_bytes_which_are_escaped_ASCII()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { name = "Änne" });

        await simulator.WriteAsync(Phone, "Grüße 😀 a/b \"q\" \\u \t end");
        var webhook = await simulator.Business.Webhook(_ => true, "webhook");

        Assert.True(webhook.IsSignedWith(RunningSimulator.Secret));
        Assert.False(webhook.IsSignedWith("another secret"));
        Assert.All(webhook.Body, sign => Assert.InRange(sign, (byte)0x20, (byte)0x7E));
        Assert.Contains("""{"name":"\u00c4nne"}""", webhook.Text, StringComparison.Ordinal);
        Assert.Contains("""{"body":"Gr\u00fc\u00dfe \ud83d\ude00 a\/b \"q\" \\u \t end"}""", webhook.Text, StringComparison.Ordinal);
        Assert.Equal("Grüße 😀 a/b \"q\" \\u \t end", (string)webhook.Messages.Single()["text"]!["body"]!);
    }

    [Fact]
    public async Task The_endpoint_passes_the_handshake_once_before_it_is_used()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "One");
        await simulator.WriteAsync(Phone, "Two");
        await simulator.Business.Webhook(webhook => webhook.Text.Contains("Two", StringComparison.Ordinal), "second webhook");
        await simulator.RestartAsync();
        await simulator.WriteAsync(Phone, "Three");
        await simulator.Business.Webhook(webhook => webhook.Text.Contains("Three", StringComparison.Ordinal), "third webhook");

        Assert.Equal(1, simulator.Business.Handshakes);
        Assert.True((bool)(await simulator.GetControlAsync("health"))["callbackVerified"]!);
    }

    [Fact]
    public async Task An_endpoint_that_fails_the_handshake_gets_nothing()
    {
        await using var simulator = await RunningSimulator.StartAsync("Webhooks:VerifyToken=wrong");
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");

        var webhook = await Eventually.Get(
            async () =>
                (await simulator.GetControlAsync("webhooks?pending=true"))[0] is { } first && (int)first["attempts"]! > 1 ? first : null,
            "webhook that was tried twice"
        );

        Assert.Contains("handshake", (string)webhook["outcome"]!, StringComparison.Ordinal);
        Assert.Empty(simulator.Business.All);
        using var refused = await simulator.Control.PutAsJsonAsync(
            "webhooks/callback",
            new { url = simulator.Business.Url, verifyToken = "wrong too" }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        using var changed = await simulator.Control.PutAsJsonAsync(
            "webhooks/callback",
            new { url = simulator.Business.Url, verifyToken = WebhookReceiver.VerifyToken }
        );
        await simulator.Business.Webhook(_ => true, "webhook after the handshake");
    }

    [Fact]
    public async Task A_webhook_is_sent_again_until_it_is_answered_200()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        simulator.Business.Answer = 503;
        var id = (string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!;
        await Eventually.Get(() => Task.FromResult(simulator.Business.All.Count >= 2 ? "two" : null), "second attempt");
        simulator.Business.Answer = 202;
        await Eventually.Get(
            () => Task.FromResult(simulator.Business.All.Count(webhook => webhook.Answered == 202) >= 2 ? "two" : null),
            "attempt after 202"
        );
        simulator.Business.Answer = 200;

        await simulator.Business.Message(id);

        Assert.Single(simulator.Business.All.Select(webhook => webhook.Text).Distinct());
        Assert.Single(simulator.Business.Taken);
    }

    [Fact]
    public async Task Pending_webhooks_survive_a_restart()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        simulator.Business.Answer = 503;
        var id = (string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!;
        await Eventually.Get(() => Task.FromResult(simulator.Business.All.Count >= 1 ? "one" : null), "first attempt");

        await simulator.RestartAsync();
        simulator.Business.Answer = 200;

        await simulator.Business.Message(id);
    }

    [Fact]
    public async Task An_account_without_subscription_tells_nothing()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        const string path = $"{RunningSimulator.WabaId}/subscribed_apps";

        await simulator.CallAsync(HttpMethod.Delete, path);
        await simulator.WriteAsync(Phone, "Into the void");
        var (_, none) = await simulator.CallAsync(HttpMethod.Get, path);
        await simulator.CallAsync(HttpMethod.Post, path);
        var heard = (string)(await simulator.WriteAsync(Phone, "Heard"))["id"]!;
        await simulator.Business.Message(heard);
        var (_, one) = await simulator.CallAsync(HttpMethod.Get, path);

        Assert.Single(simulator.Business.Taken);
        Assert.Empty(none["data"]!.AsArray());
        Assert.Single(one["data"]!.AsArray());
    }

    [Fact]
    public async Task An_account_can_have_a_callback_of_its_own()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await using var other = await WebhookReceiver.StartAsync();
        await simulator.PhoneAsync();
        const string path = $"{RunningSimulator.WabaId}/subscribed_apps";

        var (status, refused) = await simulator.CallAsync(
            HttpMethod.Post,
            path,
            new { override_callback_uri = other.Url, verify_token = "wrong" }
        );
        await simulator.CallAsync(
            HttpMethod.Post,
            path,
            new { override_callback_uri = other.Url, verify_token = WebhookReceiver.VerifyToken }
        );
        await other.Message((string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!);

        RunningSimulator.AssertRefused(status, refused, HttpStatusCode.BadRequest, 2200);
        Assert.Empty(simulator.Business.All);
    }

    [Theory]
    [InlineData("""{"override_callback_uri":"<url>","verify_token":"meatyhamhock"}""", true)]
    [InlineData("", false)]
    public async Task A_subscription_is_read_from_a_body_that_does_not_tell_its_length(string body, bool overrides)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await using var other = await WebhookReceiver.StartAsync();
        await simulator.PhoneAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{RunningSimulator.WabaId}/subscribed_apps");
        request.Content = new StringContent(body.Replace("<url>", other.Url, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;

        using var reply = await simulator.Graph.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        await (overrides ? other : simulator.Business).Message((string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!);
    }

    [Fact]
    public async Task Any_JSON_value_can_be_sent_signed()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var accepted = await simulator.Control.PostAsync(
            "webhooks/raw",
            new StringContent("""{"object":"something_else","entry":[{"odd":[1,null,"ü/"]}]}""", Encoding.UTF8, "application/json")
        );
        var webhook = await simulator.Business.Webhook(_ => true, "raw webhook");

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("""{"object":"something_else","entry":[{"odd":[1,null,"\u00fc\/"]}]}""", webhook.Text);
        Assert.True(webhook.IsSignedWith(RunningSimulator.Secret));
    }
}
