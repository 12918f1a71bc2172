using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Phones;

public sealed class CallTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task A_call_is_told_from_its_beginning_to_its_end()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        await simulator.PhoneAsync(settings: new { name = "Anna" });

        var id = (string)(await simulator.ControlAsync($"phones/{Phone}/calls", new { }))["id"]!;
        var begun = await CallAsync(simulator, "connect");
        clock.Advance(TimeSpan.FromSeconds(90));
        await simulator.ControlAsync($"phones/{Phone}/calls/{id}/end", new { seconds = 60 });
        var ended = await CallAsync(simulator, "terminate");

        Assert.StartsWith("wacid.", id, StringComparison.Ordinal);
        Assert.Equal((id, id), ((string)begun["id"]!, (string)ended["id"]!));
        Assert.Equal(("4915123456789", "49305550100"), ((string)begun["from"]!, (string)begun["to"]!));
        Assert.Equal("USER_INITIATED", (string)begun["direction"]!);
        Assert.Equal("offer", (string)begun["session"]!["sdp_type"]!);
        Assert.Equal(("COMPLETED", 60), ((string)ended["status"]!, (int)ended["duration"]!));
        Assert.Equal(60, Seconds(ended["end_time"]!) - Seconds(ended["start_time"]!));
    }

    [Fact]
    public async Task A_call_that_nobody_takes_fails_and_opens_the_window_all_the_same()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131047);

        var id = (string)(await simulator.ControlAsync($"phones/{Phone}/calls", new { }))["id"]!;
        await simulator.ControlAsync($"phones/{Phone}/calls/{id}/end", new { });
        var ended = await CallAsync(simulator, "terminate");

        Assert.Equal("FAILED", (string)ended["status"]!);
        Assert.Null(ended["duration"]);
        await simulator.SendAsync(Bodies.Text(Phone));
    }

    [Fact]
    public async Task A_call_ends_once()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var id = (string)(await simulator.ControlAsync($"phones/{Phone}/calls", new { }))["id"]!;

        await simulator.ControlAsync($"phones/{Phone}/calls/{id}/end", new { });

        using var again = await simulator.Control.PostAsync($"phones/{Phone}/calls/{id}/end", JsonContent.Create(new { }));
        using var unknown = await simulator.Control.PostAsync($"phones/{Phone}/calls/wacid.none/end", JsonContent.Create(new { }));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (again.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task A_contact_whom_the_business_has_blocked_does_not_get_through()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        await BlockAsync(simulator, HttpMethod.Post);

        var inVain = (string)(await simulator.ControlAsync($"phones/{Phone}/calls", new { }))["id"]!;
        await BlockAsync(simulator, HttpMethod.Delete);
        await simulator.ControlAsync($"phones/{Phone}/calls/{inVain}/end", new { });
        var next = (string)(await simulator.ControlAsync($"phones/{Phone}/calls", new { }))["id"]!;
        var begun = await CallAsync(simulator, "connect");

        Assert.Equal(next, (string)begun["id"]!);
        Assert.DoesNotContain(simulator.Business.All, webhook => webhook.Text.Contains(inVain, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_in_vain_opens_no_window()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        await BlockAsync(simulator, HttpMethod.Post);
        clock.Advance(TimeSpan.FromDays(1));

        await simulator.ControlAsync($"phones/{Phone}/calls", new { });
        await BlockAsync(simulator, HttpMethod.Delete);

        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131047);
    }

    [Fact]
    public async Task A_call_goes_on_when_the_contact_changes_the_number()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var id = (string)(await simulator.ControlAsync($"phones/{Phone}/calls", new { }))["id"]!;

        await simulator.ControlAsync($"phones/{Phone}/number", new { number = "+4915100000002" });
        await simulator.ControlAsync($"phones/+4915100000002/calls/{id}/end", new { });
        var ended = await CallAsync(simulator, "terminate");

        Assert.Equal((id, "4915100000002"), ((string?)ended["id"], (string?)ended["from"]));
    }

    private static async Task BlockAsync(RunningSimulator simulator, HttpMethod method)
    {
        var (status, body) = await simulator.CallAsync(
            method,
            $"{RunningSimulator.NumberId}/block_users",
            new { messaging_product = "whatsapp", block_users = new[] { new { user = Phone } } }
        );
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
    }

    private static long Seconds(JsonNode time) => long.Parse((string)time!, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<JsonNode> CallAsync(RunningSimulator simulator, string happened) =>
        Eventually.Get(
            () =>
                Task.FromResult(
                    simulator
                        .Business.Taken.SelectMany(webhook => webhook.Changes)
                        .Where(change => (string?)change["field"] == "calls")
                        .Select(change => change["value"]!["calls"]![0]!)
                        .FirstOrDefault(call => (string?)call["event"] == happened)
                ),
            $"call that tells {happened}"
        );
}
