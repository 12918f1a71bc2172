using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sms;

public sealed class SmsTests : IAsyncLifetime
{
    private const string Account = "AC00000000000000000000000000000001";
    private const string Token = "simulator-sms-token";
    private const string Number = "+493055501000";
    private const string Phone = "+4915123456789";

    private SmsReceiver business = null!;

    public async Task InitializeAsync() => business = await SmsReceiver.StartAsync();

    public Task DisposeAsync() => business.DisposeAsync().AsTask();

    [Fact]
    public async Task An_SMS_is_taken_arrives_and_each_status_is_told_signed_at_the_address_it_named()
    {
        await using var simulator = await StartAsync();
        var (status, body) = await SendAsync(simulator);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("queued", Phone, Number), ((string?)body["status"], (string?)body["to"], (string?)body["from"]));
        var sid = (string)body["sid"]!;
        await business.Status(sid, "delivered");
        var told = business.Taken.Where(form => form["MessageSid"] == sid).ToList();
        Assert.Equal(["queued", "sent", "delivered"], told.Select(form => form["MessageStatus"]));
        Assert.All(told, form => Assert.Equal($"{business.Url}/status?attempt=a1", form.Url));
        Assert.All(told, form => Assert.True(form.IsSignedWith(Token)));
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/sms")).AsArray());
        Assert.Equal(("business", "Hello"), ((string?)shown!["from"], (string?)shown["body"]));
    }

    [Theory]
    [InlineData("To", "12", 21211)]
    [InlineData("To", "4915123456789", 21211)]
    [InlineData("To", "", 21604)]
    [InlineData("From", "+15550000000", 21606)]
    [InlineData("Body", "", 21602)]
    public async Task What_makes_no_sense_is_refused_with_its_code(string field, string value, int code)
    {
        await using var simulator = await StartAsync();
        await RefusedAsync(simulator, HttpStatusCode.BadRequest, code, (field, value));
        await RefusedAsync(simulator, HttpStatusCode.BadRequest, 21617, ("Body", new string('x', 1601)));
    }

    [Fact]
    public async Task Without_the_accounts_token_nothing_is_taken()
    {
        await using var simulator = await StartAsync();
        var (status, body) = await SendAsync(simulator, token: "another");

        Assert.Equal((HttpStatusCode.Unauthorized, 20003), (status, (int)body["code"]!));
        Assert.Empty((await simulator.GetControlAsync("sms")).AsArray());
    }

    [Fact]
    public async Task A_landline_is_refused_and_a_phone_out_of_reach_or_unknown_is_not_delivered_to()
    {
        await using var simulator = await StartAsync();
        await simulator.PhoneAsync("+493022222222", new { landline = true });
        await simulator.PhoneAsync("+4915133333333", new { unreachable = true });

        await RefusedAsync(simulator, HttpStatusCode.BadRequest, 21614, ("To", "+493022222222"));
        Assert.Equal("30003", (await UndeliveredAsync(simulator, "+4915133333333"))["ErrorCode"]);
        Assert.Equal("30005", (await UndeliveredAsync(simulator, "+4915144444444"))["ErrorCode"]);
    }

    [Fact]
    public async Task What_a_contact_writes_is_posted_signed_with_its_files()
    {
        await using var simulator = await StartAsync();
        var media = new[] { new { url = "https://files.example/1", contentType = "image/jpeg" } };
        var sid = (string)(await simulator.ControlAsync($"phones/{Phone}/sms", new { text = "Grüße & mehr", media }))["sid"]!;

        var form = await business.Form(form => form["MessageSid"] == sid, "message of the contact");

        Assert.Equal($"{business.Url}/inbound", form.Url);
        Assert.True(form.IsSignedWith(Token));
        Assert.Equal((Phone, Number, "Grüße & mehr", "received"), (form["From"], form["To"], form["Body"], form["SmsStatus"]));
        Assert.Equal(("1", "https://files.example/1", "image/jpeg"), (form["NumMedia"], form["MediaUrl0"], form["MediaContentType0"]));
        Assert.Null(form["OptOutType"]);
    }

    [Fact]
    public async Task The_fields_of_Metas_app_are_nothing_to_SMS()
    {
        await using var simulator = await StartAsync();
        await simulator.SetAsync(HttpMethod.Put, "app/fields", new { fields = Array.Empty<string>() });

        await simulator.ControlAsync($"phones/{Phone}/sms", new { text = "Hi" });
        var sid = (string)(await SendAsync(simulator)).Body["sid"]!;

        await business.Form(form => form["Body"] == "Hi", "message of the contact");
        await business.Status(sid, "delivered");
    }

    [Fact]
    public async Task After_STOP_the_provider_answers_says_so_and_refuses_until_START()
    {
        await using var simulator = await StartAsync();
        await simulator.ControlAsync($"phones/{Phone}/sms", new { text = "stop" });
        await business.Form(form => form["OptOutType"] == "STOP", "STOP");
        await RefusedAsync(simulator, HttpStatusCode.BadRequest, 21610);
        var shown = (await simulator.GetControlAsync($"phones/{Phone}/sms")).AsArray();
        Assert.Contains("unsubscribed", (string?)shown[^1]!["body"], StringComparison.Ordinal);

        await simulator.ControlAsync($"phones/{Phone}/sms", new { text = "START" });
        await business.Form(form => form["OptOutType"] == "START", "START");
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(simulator)).Status);
    }

    [Fact]
    public async Task A_provider_that_leaves_opt_outs_alone_passes_STOP_on_like_any_word()
    {
        await using var simulator = await StartAsync("Sms:HandlesOptOut=false");
        await simulator.ControlAsync($"phones/{Phone}/sms", new { text = "STOP" });

        Assert.Null((await business.Form(form => form["Body"] == "STOP", "STOP"))["OptOutType"]);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(simulator)).Status);
    }

    [Fact]
    public async Task A_STOP_at_the_carrier_is_not_told_to_the_business()
    {
        await using var simulator = await StartAsync();
        await simulator.ControlAsync($"phones/{Phone}/sms/stop", new { });
        await RefusedAsync(simulator, HttpStatusCode.BadRequest, 21610);
        await simulator.ControlAsync($"phones/{Phone}/sms/start", new { });

        Assert.Equal(HttpStatusCode.Created, (await SendAsync(simulator)).Status);
        Assert.DoesNotContain(business.All, form => form["SmsStatus"] == "received");
    }

    [Theory]
    [InlineData("serverError", 500, 20500)]
    [InlineData("rateLimit", 429, 20429)]
    public async Task A_send_fails_as_often_as_asked_and_nothing_is_sent(string kind, int status, int code)
    {
        await using var simulator = await StartAsync();
        await simulator.FaultAsync(new { kind, on = "sms", count = 1 });

        await RefusedAsync(simulator, (HttpStatusCode)status, code);
        Assert.Empty((await simulator.GetControlAsync("sms")).AsArray());
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(simulator)).Status);
    }

    [Fact]
    public async Task A_reply_is_lost_after_the_message_was_taken()
    {
        await using var simulator = await StartAsync();
        await simulator.FaultAsync(new { kind = "loseReply", on = "sms" });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(simulator));

        Assert.Single((await simulator.GetControlAsync("sms")).AsArray());
        await business.Form(form => form["MessageStatus"] == "delivered", "status delivered");
    }

    [Fact]
    public async Task What_is_not_taken_by_the_business_is_told_again_also_after_a_restart()
    {
        await using var simulator = await StartAsync();
        business.Answer = 503;
        var sid = (string)(await SendAsync(simulator)).Body["sid"]!;
        await Eventually.Get(() => Task.FromResult(business.All.Count > 1 ? business : null), "second attempt");

        await simulator.RestartAsync();
        business.Answer = 200;

        await business.Status(sid, "delivered");
    }

    private Task<RunningSimulator> StartAsync(params string[] settings) => StartWithPhoneAsync([$"Sms:CallbackUrl={business.Url}/inbound", .. settings]);

    private static async Task<RunningSimulator> StartWithPhoneAsync(string[] settings)
    {
        var simulator = await RunningSimulator.StartAsync(settings);
        await simulator.PhoneAsync(Phone, new { onWhatsApp = false });
        return simulator;
    }

    private async Task<ReceivedSms> UndeliveredAsync(RunningSimulator simulator, string to) =>
        await business.Status((string)(await SendAsync(simulator, changes: [("To", to)])).Body["sid"]!, "undelivered");

    private async Task RefusedAsync(RunningSimulator simulator, HttpStatusCode status, int code, params (string, string)[] changes)
    {
        var (actual, body) = await SendAsync(simulator, changes: changes);
        Assert.Equal((status, code), (actual, (int?)body["code"]));
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        RunningSimulator simulator,
        string token = Token,
        params (string Name, string Value)[] changes
    )
    {
        var fields = new Dictionary<string, string>
        {
            ["To"] = Phone,
            ["From"] = Number,
            ["Body"] = "Hello",
            ["StatusCallback"] = $"{business.Url}/status?attempt=a1",
        };
        foreach (var (name, value) in changes)
            fields[name] = value;

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(simulator.Control.BaseAddress!, $"/2010-04-01/Accounts/{Account}/Messages.json")
        );
        request.Content = new FormUrlEncodedContent(fields);
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{token}")));
        using var reply = await client.SendAsync(request);
        return (reply.StatusCode, JsonNode.Parse(await reply.Content.ReadAsStringAsync())!);
    }
}
