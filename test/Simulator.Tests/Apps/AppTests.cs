using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Apps;

/// <summary>The app, its webhook and its token, as whoever sets a business up meets them.</summary>
public sealed class AppTests
{
    private const string AppId = "1000000000000001";
    private const string Phone = "+4915123456789";
    private const string Subscriptions = $"{AppId}/subscriptions";

    [Fact]
    public async Task The_app_is_shown_to_its_own_token_only()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, app) = await CallAsync(simulator, HttpMethod.Get, AppId);
        Assert.Equal((HttpStatusCode.OK, AppId), (status, (string?)app["id"]));

        var (asBusiness, needsAppToken) = await CallAsync(simulator, HttpMethod.Get, AppId, token: RunningSimulator.Token);
        RunningSimulator.AssertRefused(asBusiness, needsAppToken, HttpStatusCode.BadRequest, 15);

        var (asStranger, wrong) = await CallAsync(simulator, HttpMethod.Get, AppId, token: $"{AppId}|guessed");
        RunningSimulator.AssertRefused(asStranger, wrong, HttpStatusCode.BadRequest, 190);
    }

    [Fact]
    public async Task A_new_app_secret_makes_another_app_token()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var reset = await simulator.Control.PutAsJsonAsync("webhooks/secret", new { secret = "rotated" });

        var (asBefore, wrong) = await CallAsync(simulator, HttpMethod.Get, AppId);
        RunningSimulator.AssertRefused(asBefore, wrong, HttpStatusCode.BadRequest, 190);
        var (status, debugged) = await CallAsync(
            simulator,
            HttpMethod.Get,
            $"debug_token?input_token={Uri.EscapeDataString($"{AppId}|rotated")}",
            token: $"{AppId}|rotated"
        );
        Assert.Equal((HttpStatusCode.OK, "APP"), (status, (string?)debugged["data"]!["type"]));
    }

    [Fact]
    public async Task The_token_of_a_system_user_is_good_for_both_permissions_and_never_expires()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var token = await DebugAsync(simulator, RunningSimulator.Token);

        Assert.True((bool)token["is_valid"]!);
        Assert.Equal((AppId, "SYSTEM_USER", 0), ((string)token["app_id"]!, (string)token["type"]!, (int)token["expires_at"]!));
        Assert.Equal(["whatsapp_business_management", "whatsapp_business_messaging"], token["scopes"]!.AsArray().Select(scope => (string)scope!));
        Assert.Equal([RunningSimulator.WabaId], token["granular_scopes"]![0]!["target_ids"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public async Task An_unknown_token_is_told_to_be_invalid_and_a_missing_one_is_an_error()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var unknown = await DebugAsync(simulator, "somebody-elses");
        Assert.Equal((false, 190), ((bool)unknown["is_valid"]!, (int)unknown["error"]!["code"]!));

        var (status, missing) = await CallAsync(simulator, HttpMethod.Get, "debug_token");
        RunningSimulator.AssertRefused(status, missing, HttpStatusCode.BadRequest, 100);
    }

    [Theory]
    [InlineData("""{"valid":false}""", 460)]
    [InlineData("""{"expiresAt":"2026-01-01T00:00:00Z"}""", 463)]
    public async Task A_token_that_was_revoked_or_has_expired_is_refused_everywhere(string state, int subcode)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await ControlAsync(simulator, "app/token", state);

        var token = await DebugAsync(simulator, RunningSimulator.Token);
        Assert.Equal((false, subcode), ((bool)token["is_valid"]!, (int)token["error"]!["subcode"]!));
        var (status, refusal) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/phone_numbers");
        Assert.Equal(
            subcode,
            (int)RunningSimulator.AssertRefused(status, refusal, HttpStatusCode.Unauthorized, 190)["error_subcode"]!
        );
    }

    [Fact]
    public async Task A_token_without_a_permission_is_refused_where_it_is_needed_and_nowhere_else()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await ControlAsync(simulator, "app/token", """{"scopes":["whatsapp_business_management"]}""");

        await simulator.RefusedAsync(Bodies.Text("+4915123456789", "Hello"), HttpStatusCode.Forbidden, 200);
        var (status, _) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/phone_numbers");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_configured_callback_is_subscribed_to_every_field_once_it_has_passed_the_handshake()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var subscription = await Eventually.Get(
            async () =>
            {
                var (_, list) = await CallAsync(simulator, HttpMethod.Get, Subscriptions);
                return (bool)list["data"]![0]!["active"]! ? list["data"]![0] : null;
            },
            "active subscription"
        );

        Assert.Equal("whatsapp_business_account", (string)subscription["object"]!);
        Assert.Equal(simulator.Business.Url, (string)subscription["callback_url"]!);
        Assert.Contains("messages", FieldsOf(subscription));
        Assert.Equal("v25.0", (string)subscription["fields"]![0]!["version"]!);
    }

    [Fact]
    public async Task Fields_are_taken_away_and_added_again()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await CallAsync(simulator, HttpMethod.Delete, $"{Subscriptions}?object=whatsapp_business_account&fields=calls,history");
        Assert.DoesNotContain("calls", await FieldsAsync(simulator));
        Assert.Contains("messages", await FieldsAsync(simulator));

        await CallAsync(simulator, HttpMethod.Delete, $"{Subscriptions}?object=whatsapp_business_account");
        Assert.Empty(await FieldsAsync(simulator));

        var (status, _) = await SubscribeAsync(simulator, simulator.Business.Url, WebhookReceiver.VerifyToken, "messages,calls");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["messages", "calls"], await FieldsAsync(simulator));
    }

    [Fact]
    public async Task Of_a_field_that_the_app_is_not_subscribed_to_no_webhook_is_sent()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await CallAsync(simulator, HttpMethod.Delete, $"{Subscriptions}?object=whatsapp_business_account&fields=messages");
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "nobody hears this");
        await SubscribeAsync(simulator, simulator.Business.Url, WebhookReceiver.VerifyToken, "messages");

        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "everybody hears this"))["id"]!);

        Assert.DoesNotContain(simulator.Business.All, webhook => webhook.Text.Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_callback_that_fails_the_handshake_is_refused_and_changes_nothing()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var before = await FieldsAsync(simulator);

        var (status, body) = await SubscribeAsync(simulator, simulator.Business.Url, "another word", "messages");

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 2200);
        Assert.Equal(before, await FieldsAsync(simulator));
    }

    [Fact]
    public async Task An_endpoint_that_has_passed_the_handshake_must_pass_it_again_whenever_it_is_set()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var token = WebhookReceiver.VerifyToken;
        await SubscribeAsync(simulator, simulator.Business.Url, token, "messages");
        simulator.Business.PassesHandshakes = false;

        var (ofApp, app) = await SubscribeAsync(simulator, simulator.Business.Url, token, "messages");
        var (ofAccount, account) = await simulator.CallAsync(
            HttpMethod.Post,
            $"{RunningSimulator.WabaId}/subscribed_apps",
            new { override_callback_uri = simulator.Business.Url, verify_token = token }
        );
        using var control = await simulator.Control.PutAsJsonAsync("webhooks/callback", new { url = simulator.Business.Url, verifyToken = token });

        RunningSimulator.AssertRefused(ofApp, app, HttpStatusCode.BadRequest, 2200);
        RunningSimulator.AssertRefused(ofAccount, account, HttpStatusCode.BadRequest, 2200);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, control.StatusCode);
    }

    [Fact]
    public async Task A_challenge_may_be_repeated_in_a_charset_that_nobody_knows()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Business.ChallengeType = "text/plain; charset=gibberish";

        var (status, _) = await SubscribeAsync(simulator, simulator.Business.Url, WebhookReceiver.VerifyToken, "messages");

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("object", "page")]
    [InlineData("fields", "messages,gossip")]
    [InlineData("callback_url", "nowhere")]
    [InlineData("verify_token", "")]
    public async Task A_subscription_with_a_wrong_parameter_is_refused(string name, string value)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var parameters = Parameters(simulator.Business.Url, WebhookReceiver.VerifyToken, "messages");
        parameters[name] = value;

        var (status, body) = await CallAsync(simulator, HttpMethod.Post, Subscriptions, parameters);

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100);
    }

    [Fact]
    public async Task What_is_wrong_with_the_app_outlives_a_restart()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await ControlAsync(simulator, "app/token", """{"scopes":[]}""");
        await ControlAsync(simulator, "app/fields", """{"fields":["messages"]}""");

        await simulator.RestartAsync();

        Assert.Empty((await DebugAsync(simulator, RunningSimulator.Token))["scopes"]!.AsArray());
        Assert.Equal(["messages"], await FieldsAsync(simulator));
    }

    [Fact]
    public async Task An_unknown_field_is_no_field_to_be_set()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var answer = await simulator.Control.PutAsync("app/fields", JsonContent.Create(new { fields = new[] { "gossip" } }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_account_tells_its_standing_to_whoever_asks_for_it()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (_, plain) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.WabaId);
        var (_, asked) = await simulator.CallAsync(
            HttpMethod.Get,
            $"{RunningSimulator.WabaId}?fields=id,account_review_status,business_verification_status,health_status"
        );

        Assert.Null(plain["account_review_status"]);
        Assert.Equal(("APPROVED", "verified"), ((string)asked["account_review_status"]!, (string)asked["business_verification_status"]!));
        Assert.Equal("AVAILABLE", (string)asked["health_status"]!["can_send_message"]!);
    }

    private static async Task<JsonNode> DebugAsync(RunningSimulator simulator, string token)
    {
        var (status, body) = await CallAsync(simulator, HttpMethod.Get, $"debug_token?input_token={token}");
        Assert.Equal(HttpStatusCode.OK, status);
        return body["data"]!;
    }

    private static async Task<IReadOnlyList<string>> FieldsAsync(RunningSimulator simulator)
    {
        var (_, list) = await CallAsync(simulator, HttpMethod.Get, Subscriptions);
        return list["data"]!.AsArray() is [{ } subscription] ? FieldsOf(subscription) : [];
    }

    private static List<string> FieldsOf(JsonNode subscription) => [.. subscription["fields"]!.AsArray().Select(field => (string)field!["name"]!)];

    private static Task<(HttpStatusCode Status, JsonNode Body)> SubscribeAsync(
        RunningSimulator simulator,
        string url,
        string verifyToken,
        string fields
    ) => CallAsync(simulator, HttpMethod.Post, Subscriptions, Parameters(url, verifyToken, fields));

    private static Dictionary<string, string> Parameters(string url, string verifyToken, string fields) =>
        new()
        {
            ["object"] = "whatsapp_business_account",
            ["callback_url"] = url,
            ["verify_token"] = verifyToken,
            ["fields"] = fields,
        };

    private static async Task ControlAsync(RunningSimulator simulator, string path, string body)
    {
        using var content = JsonContent.Create(JsonNode.Parse(body));
        using var answer = await simulator.Control.PutAsync(path, content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(
        RunningSimulator simulator,
        HttpMethod method,
        string path,
        Dictionary<string, string>? form = null,
        string token = $"{AppId}|{RunningSimulator.Secret}"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new("Bearer", token);
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form);
        using var reply = await simulator.Graph.SendAsync(request);
        return (reply.StatusCode, JsonNode.Parse(await reply.Content.ReadAsStringAsync())!);
    }
}
