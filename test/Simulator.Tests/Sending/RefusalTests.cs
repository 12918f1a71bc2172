using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

public sealed class RefusalTests
{
    private const string Phone = "+4915123456789";

    public static TheoryData<string, int, int> MalformedMessages =>
        new()
        {
            { """{"to":"+4915123456789","type":"text","text":{"body":"x"}}""", 400, 100 },
            { """{"messaging_product":"telegram","to":"+4915123456789","type":"text","text":{"body":"x"}}""", 400, 100 },
            { """{"messaging_product":"whatsapp","to":"+4915123456789","type":"postcard","text":{"body":"x"}}""", 400, 100 },
            { """{"messaging_product":"whatsapp","to":"+4915123456789","type":"text","text":{"body":"x"},"recipent":"y"}""", 400, 100 },
            { """{"messaging_product":"whatsapp","to":"+4915123456789","type":"text","text":{"body":"x","colour":"red"}}""", 400, 100 },
            { """{"messaging_product":"whatsapp","to":"+4915123456789","type":"text","text":{"body":7}}""", 400, 100 },
            { """{"messaging_product":"whatsapp","to":"+4915123456789","type":"text","text":{"body":""}}""", 400, 100 },
            { """{"messaging_product":"whatsapp","type":"text","text":{"body":"x"}}""", 400, 100 },
            { """{"messaging_product":"whatsapp","to":"0151 mine","type":"text","text":{"body":"x"}}""", 400, 131009 },
            { """{"messaging_product":"whatsapp","recipient":"nobody","type":"text","text":{"body":"x"}}""", 400, 131009 },
            { """{"messaging_product":"whatsapp","to":"+4915123456789","context":{},"type":"text","text":{"body":"x"}}""", 400, 131008 },
            { """{"messaging_product":"whatsapp","to":"+49305550100","type":"text","text":{"body":"x"}}""", 400, 131021 },
            { """{"messaging_product":"whatsapp","to":"+4915123456789","type":"location","location":{"latitude":1}}""", 400, 131008 },
            { """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.unknown"}""", 400, 131009 },
            { """{"messaging_product":"whatsapp","status":"read"}""", 400, 131008 },
            {
                """{"messaging_product":"whatsapp","to":"+4915123456789","type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[]}}}""",
                400,
                131009
            },
            {
                """{"messaging_product":"whatsapp","to":"+4915123456789","type":"interactive","interactive":{"type":"button","action":{"buttons":[]}}}""",
                400,
                131008
            },
        };

    [Theory, MemberData(nameof(MalformedMessages))]
    public async Task A_malformed_message_is_refused_with_Metas_code(string message, int status, int code)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");

        var error = await simulator.RefusedAsync(JsonNode.Parse(message)!, (HttpStatusCode)status, code);

        Assert.NotEmpty((string)error["message"]!);
        Assert.NotEmpty((string)error["type"]!);
        Assert.NotEmpty((string)error["fbtrace_id"]!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_the_right_token_nothing_is_answered(string? token)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Graph.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.Unauthorized, 190);
    }

    [Theory]
    [InlineData("v1.0")]
    [InlineData("v25")]
    [InlineData("v30.0")]
    public async Task An_unknown_version_is_refused(string version)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, body) = await simulator.CallAsync(HttpMethod.Get, $"/{version}/{RunningSimulator.NumberId}");

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100);
    }

    [Fact]
    public async Task An_unknown_phone_number_id_is_refused_with_subcode_33()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, body) = await simulator.PostAsync(Bodies.Text(Phone), numberId: "999");

        Assert.Equal(33, (int)RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100)["error_subcode"]!);
    }

    [Fact]
    public async Task A_text_of_4096_characters_is_the_longest()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");

        await simulator.SendAsync(Bodies.Text(Phone, new string('x', 4096)));
        await simulator.RefusedAsync(Bodies.Text(Phone, new string('x', 4097)), HttpStatusCode.BadRequest, 100);
    }

    [Fact]
    public async Task Free_text_is_refused_before_the_contact_has_written()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);

        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131047);
    }

    [Fact]
    public async Task The_window_closes_24_hours_after_the_contacts_last_message()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        await simulator.SendAsync(Bodies.Text(Phone));
        clock.Advance(TimeSpan.FromMilliseconds(1));

        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131047);
    }

    [Fact]
    public async Task A_window_is_open_for_the_number_that_the_contact_wrote_to_only()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");

        var (status, body) = await simulator.PostAsync(Bodies.Text(Phone), RunningSimulator.OtherNumberId);

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 131047);
    }

    [Fact]
    public async Task Seeded_history_neither_opens_nor_shortens_a_window()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);

        await simulator.WriteAsync(Phone, "Long ago", secondsAgo: 86_400);
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131047);
        await simulator.WriteAsync(Phone, "Now");
        await simulator.WriteAsync(Phone, "Long ago", secondsAgo: 86_400);

        await simulator.SendAsync(Bodies.Text(Phone));
    }

    [Fact]
    public async Task A_pair_has_45_messages_and_then_one_every_6_seconds()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");

        for (var sent = 0; sent < 45; sent++)
            await simulator.SendAsync(Bodies.Text(Phone));
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131056);
        clock.Advance(TimeSpan.FromSeconds(6));
        await simulator.SendAsync(Bodies.Text(Phone));

        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131056);
    }

    [Fact]
    public async Task A_number_has_its_throughput_over_all_contacts()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock, "Numbers:0:MessagesPerSecond=3");
        string[] phones = ["+4915100000001", "+4915100000002", "+4915100000003", "+4915100000004"];
        foreach (var phone in phones)
        {
            await simulator.PhoneAsync(phone);
            await simulator.WriteAsync(phone, "Hi");
        }

        foreach (var phone in phones[..3])
            await simulator.SendAsync(Bodies.Text(phone));
        await simulator.RefusedAsync(Bodies.Text(phones[3]), HttpStatusCode.TooManyRequests, 130429);
        clock.Advance(TimeSpan.FromSeconds(1));

        await simulator.SendAsync(Bodies.Text(phones[3]));
    }

    [Fact]
    public async Task What_can_not_be_delivered_is_refused_at_once_where_that_is_set()
    {
        await using var simulator = await RunningSimulator.StartAsync("NotOnWhatsApp=AtOnce");

        await simulator.RefusedAsync(Bodies.Text("+4915199999999"), HttpStatusCode.BadRequest, 131026);
    }

    [Fact]
    public async Task A_closed_window_is_reported_by_status_where_that_is_set()
    {
        await using var simulator = await RunningSimulator.StartAsync("ClosedWindow=ByStatus");
        await simulator.PhoneAsync(Phone);

        var failed = await simulator.Business.Status(await simulator.SendAsync(Bodies.Text(Phone)), "failed");

        Assert.Equal(131047, (int)failed["errors"]![0]!["code"]!);
    }
}
