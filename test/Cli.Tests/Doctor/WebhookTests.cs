using Microsoft.AspNetCore.Http;
using MultiLine.Cli.Doctor.Checks;
using MultiLine.Cli.Tests.Doctor.Harness;

namespace MultiLine.Cli.Tests.Doctor;

public sealed class WebhookTests
{
    private const string Subscriptions = $"{MetaSetup.AppId}/subscriptions";

    [Fact]
    public async Task An_app_without_a_webhook_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.AppAsync(HttpMethod.Delete, Subscriptions);

        await setup.FindsAsync("webhook", Verdict.Missing, "no webhook for WhatsApp");
        await setup.FindsAsync("webhook-fields", Verdict.Missing, "messages");
        await setup.FindsAsync("handshake", Verdict.Unknown, "no address");
    }

    [Fact]
    public async Task Fields_that_the_app_is_not_subscribed_to_are_named()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.ControlAsync(HttpMethod.Put, "app/fields", new { fields = WebhookChecks.NeededFields.Except(["calls", "account_update"]) });

        await setup.FindsAsync("webhook-fields", Verdict.Missing, "not subscribed to calls, account_update");
    }

    [Fact]
    public async Task A_webhook_that_is_not_active_or_goes_elsewhere_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite("subscriptions", reply => reply["data"]![0]!["active"] = false);
        await setup.FindsAsync("webhook", Verdict.Wrong, "not active");

        setup.Replies.Rewrite("subscriptions", reply => reply["data"]![0]!["callback_url"] = $"{setup.Server.Url}/elsewhere");
        await setup.FindsAsync("webhook", Verdict.Wrong, "does not end with /webhooks/whatsapp");
    }

    [Fact]
    public async Task A_server_with_another_verify_token_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["WhatsApp:VerifyToken"] = "another word";

        await setup.FindsAsync("handshake", Verdict.Wrong, "the server has another verify token");
    }

    [Theory]
    [InlineData("not the challenge", 200, "something else than the challenge")]
    [InlineData("", 502, "HTTP status 502")]
    public async Task An_address_that_does_not_answer_the_handshake_is_found(string text, int status, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Server.Answer = () => Results.Text(text, statusCode: status);

        await setup.FindsAsync("handshake", Verdict.Wrong, words);
    }

    [Fact]
    public async Task The_challenge_will_do_in_whatever_charset_it_is_said_to_be()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Server.ContentType = "text/plain; charset=utf8";

        await setup.FindsAsync("handshake", Verdict.Ok, "answers the handshake");
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite("subscriptions", reply => reply["data"]![0]!["callback_url"] = $"http://127.0.0.1:{FreePort.Next()}/webhooks/whatsapp");

        await setup.FindsAsync("handshake", Verdict.Wrong, "could not be reached");
    }

    [Fact]
    public async Task The_webhook_is_sent_nothing_but_the_handshake()
    {
        await using var setup = await MetaSetup.StartAsync();
        // One to which the simulator sends nothing.
        await using var other = await HandshakeServer.StartAsync();
        setup.Replies.Rewrite("subscriptions", reply => reply["data"]![0]!["callback_url"] = other.Url);

        await setup.FindsAsync("handshake", Verdict.Ok, other.Url);

        Assert.Equal(["GET"], other.Methods);
    }

    [Fact]
    public async Task An_account_of_which_the_app_is_not_told_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.GraphAsync(HttpMethod.Delete, $"{MetaSetup.Account}/subscribed_apps");

        await setup.FindsAsync("subscription", Verdict.Missing, $"app {MetaSetup.AppId} is not told of account {MetaSetup.Account}");
    }

    [Fact]
    public async Task An_account_with_an_address_of_its_own_has_that_one_looked_at()
    {
        await using var setup = await MetaSetup.StartAsync();
        await using var other = await HandshakeServer.StartAsync();
        await setup.GraphAsync(
            HttpMethod.Post,
            $"{MetaSetup.Account}/subscribed_apps",
            new { override_callback_uri = other.Url, verify_token = HandshakeServer.VerifyToken });

        await setup.FindsAsync("subscription", Verdict.Ok, $"at {other.Url}");
        await setup.FindsAsync("handshake", Verdict.Ok, other.Url);

        await setup.GraphAsync(
            HttpMethod.Post,
            $"{MetaSetup.Account}/subscribed_apps",
            new { override_callback_uri = $"{other.Url}/elsewhere", verify_token = HandshakeServer.VerifyToken });
        await setup.FindsAsync("subscription", Verdict.Wrong, "does not end with /webhooks/whatsapp");
    }
}
