using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Numbers;

public sealed class RegistrationTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task A_number_that_is_deregistered_sends_nothing_until_it_is_registered_again()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        await TakenAsync(simulator, "deregister", new { });
        var status = (string)(await NumberAsync(simulator))["status"]!;
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 133010);
        await TakenAsync(simulator, "register", new { messaging_product = "whatsapp", pin = "123456" });

        Assert.Equal("DISCONNECTED", status);
        Assert.Equal("CONNECTED", (string)(await NumberAsync(simulator))["status"]!);
        await simulator.SendAsync(Bodies.Text(Phone));
    }

    [Fact]
    public async Task A_number_whose_registration_failed_sends_nothing_until_it_is_registered_again()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        await simulator.SetAsync(HttpMethod.Patch, $"numbers/{RunningSimulator.NumberId}", new { registration = "failed" });
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.InternalServerError, 131045);
        await TakenAsync(simulator, "register", new { messaging_product = "whatsapp", pin = "123456" });

        await simulator.SendAsync(Bodies.Text(Phone));
    }

    [Fact]
    public async Task The_PIN_that_was_set_first_is_asked_for_ever_after()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await TakenAsync(simulator, "register", new { messaging_product = "whatsapp", pin = "123456" });

        await RefusedAsync(simulator, "register", new { messaging_product = "whatsapp", pin = "654321" }, HttpStatusCode.BadRequest, 133005);
        await RefusedAsync(simulator, "register", new { messaging_product = "whatsapp", pin = "12345" }, HttpStatusCode.BadRequest, 100);
        await RefusedAsync(simulator, "register", new { pin = "123456" }, HttpStatusCode.BadRequest, 100);
        await simulator.SetAsync(HttpMethod.Patch, $"numbers/{RunningSimulator.NumberId}", new { forgetPin = true });

        await TakenAsync(simulator, "register", new { messaging_product = "whatsapp", pin = "654321" });
    }

    [Fact]
    public async Task A_number_is_registered_only_after_its_code_was_verified()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.SetAsync(HttpMethod.Patch, $"numbers/{RunningSimulator.NumberId}", new { codeVerified = false });
        object register = new { messaging_product = "whatsapp", pin = "123456" };

        await RefusedAsync(simulator, "register", register, HttpStatusCode.BadRequest, 133006);
        Assert.Equal("NOT_VERIFIED", (string)(await NumberAsync(simulator))["code_verification_status"]!);
        await TakenAsync(simulator, "request_code", new { code_method = "SMS", language = "en_US" });
        var code = (string)(await simulator.GetControlAsync($"numbers/{RunningSimulator.NumberId}"))["code"]!;
        await RefusedAsync(simulator, "verify_code", new { code = code[1..] }, HttpStatusCode.BadRequest, 100);
        await RefusedAsync(simulator, "verify_code", new { code = Other(code) }, HttpStatusCode.UnprocessableEntity, 100);
        await TakenAsync(simulator, "verify_code", new { code });

        Assert.Equal("VERIFIED", (string)(await NumberAsync(simulator))["code_verification_status"]!);
        await TakenAsync(simulator, "register", register);
    }

    [Fact]
    public async Task Calls_that_do_not_fit_the_state_are_refused()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await RefusedAsync(
            simulator,
            "request_code",
            new { code_method = "SMS", language = "en_US" },
            HttpStatusCode.UnprocessableEntity,
            100
        );
        await RefusedAsync(simulator, "request_code", new { code_method = "POST", language = "en_US" }, HttpStatusCode.BadRequest, 100);
        await TakenAsync(simulator, "deregister", new { });
        var error = await RefusedAsync(simulator, "deregister", new { }, HttpStatusCode.BadRequest, 100);

        Assert.Equal(2207051, (int)error["error_subcode"]!);
    }

    [Fact]
    public async Task A_number_is_registered_and_deregistered_ten_times_in_three_days_at_most()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        object register = new { messaging_product = "whatsapp", pin = "123456" };

        for (var done = 0; done < 10; done++)
            await TakenAsync(simulator, "register", register);
        await RefusedAsync(simulator, "register", register, HttpStatusCode.BadRequest, 133016);
        clock.Advance(TimeSpan.FromHours(72));

        await TakenAsync(simulator, "register", register);
    }

    [Fact]
    public async Task A_number_shows_the_fields_that_are_asked_for()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (_, some) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.NumberId}?fields=throughput,is_pin_enabled");
        var (_, listed) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/phone_numbers?fields=status");
        var (status, wrong) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.NumberId}?fields=colour");

        Assert.Equal(["id", "throughput", "is_pin_enabled"], some.AsObject().Select(field => field.Key));
        Assert.Equal(["id", "status"], listed["data"]![0]!.AsObject().Select(field => field.Key));
        RunningSimulator.AssertRefused(status, wrong, HttpStatusCode.BadRequest, 100);
    }

    private static string Other(string code) => (code[0] == '0' ? "1" : "0") + code[1..];

    private static async Task<JsonNode> NumberAsync(RunningSimulator simulator) =>
        (await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId)).Body;

    private static async Task TakenAsync(RunningSimulator simulator, string call, object body)
    {
        var (status, reply) = await simulator.CallAsync(HttpMethod.Post, $"{RunningSimulator.NumberId}/{call}", body);
        Assert.True(status == HttpStatusCode.OK, reply.ToJsonString());
        Assert.True((bool)reply["success"]!);
    }

    private static async Task<JsonNode> RefusedAsync(RunningSimulator simulator, string call, object body, HttpStatusCode status, int code)
    {
        var (actual, reply) = await simulator.CallAsync(HttpMethod.Post, $"{RunningSimulator.NumberId}/{call}", body);
        return RunningSimulator.AssertRefused(actual, reply, status, code);
    }

    private static async Task<RunningSimulator> StartWithOpenWindowAsync()
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");
        return simulator;
    }
}
