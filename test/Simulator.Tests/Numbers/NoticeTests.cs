using System.Net;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Numbers;

/// <summary>What Meta decides about accounts and numbers.</summary>
public sealed class NoticeTests
{
    private const string Phone = "+4915123456789";
    private const string Number = $"numbers/{RunningSimulator.NumberId}";
    private const string Account = $"accounts/{RunningSimulator.WabaId}";

    [Fact]
    public async Task A_number_that_is_flagged_says_so_and_shows_it()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await simulator.ControlAsync($"{Number}/quality", new { @event = "FLAGGED", limit = "TIER_2K" });
        var told = await simulator.Business.Value("phone_number_quality_update");
        var (_, number) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId);

        Assert.Equal(
            """{"display_phone_number":"49305550100","event":"FLAGGED","old_limit":"TIER_250","current_limit":"TIER_2K","max_daily_conversations_per_business":"TIER_2K"}""",
            told.ToJsonString()
        );
        Assert.Equal("RED", (string)number["quality_rating"]!);
    }

    [Fact]
    public async Task An_upgrade_of_the_throughput_holds_from_then_on()
    {
        await using var simulator = await RunningSimulator.StartAsync(new ManualClock(), "Numbers:0:MessagesPerSecond=1");
        string[] phones = ["+4915100000001", "+4915100000002"];
        foreach (var phone in phones)
        {
            await simulator.PhoneAsync(phone);
            await simulator.WriteAsync(phone, "Hi");
        }
        await simulator.SendAsync(Bodies.Text(phones[0]));
        await simulator.RefusedAsync(Bodies.Text(phones[1]), HttpStatusCode.TooManyRequests, 130429);

        await simulator.ControlAsync($"{Number}/quality", new { @event = "THROUGHPUT_UPGRADE" });

        await simulator.SendAsync(Bodies.Text(phones[1]));
        var (_, number) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId);
        Assert.Equal("HIGH", (string)number["throughput"]!["level"]!);
    }

    [Fact]
    public async Task An_approved_name_is_the_number_s_and_a_rejected_one_is_not()
    {
        await using var simulator = await RunningSimulator.StartAsync("Numbers:0:VerifiedName=Northwind");

        await simulator.ControlAsync(
            $"{Number}/name",
            new
            {
                decision = "REJECTED",
                requestedName = "Best Bank",
                rejectionReason = "NAME_EMPLOYEE_ISSUE",
            }
        );
        var told = await simulator.Business.Value("phone_number_name_update");
        var (_, rejected) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId);
        await simulator.ControlAsync($"{Number}/name", new { decision = "APPROVED", requestedName = "Northwind Bank" });
        var (_, approved) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId);

        Assert.Equal(
            """{"display_phone_number":"49305550100","decision":"REJECTED","requested_verified_name":"Best Bank","rejection_reason":"NAME_EMPLOYEE_ISSUE"}""",
            told.ToJsonString()
        );
        Assert.Equal(("Northwind", "DECLINED"), ((string)rejected["verified_name"]!, (string)rejected["name_status"]!));
        Assert.Equal(("Northwind Bank", "APPROVED"), ((string)approved["verified_name"]!, (string)approved["name_status"]!));
        Assert.Equal("Northwind Bank", (string)(await simulator.GetControlAsync("numbers"))[0]!["name"]!);
    }

    [Fact]
    public async Task A_restriction_of_templates_holds_until_its_end()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");
        await simulator.TemplateAsync(Bodies.OptIn());
        var template = Bodies.TemplateMessage(Phone, "optin_request", Bodies.Parameters("body", Bodies.TextParameter("Anna")));

        await simulator.ControlAsync(
            $"{Account}/update",
            new
            {
                @event = "ACCOUNT_RESTRICTION",
                violationType = "SPAM",
                restrictions = new[] { new { type = "RESTRICTED_BIZ_INITIATED_MESSAGING", seconds = 60 } },
            }
        );
        var told = await simulator.Business.Value("account_update");
        await simulator.RefusedAsync(template, HttpStatusCode.Forbidden, 368);
        await simulator.SendAsync(Bodies.Text(Phone));
        var (_, number) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId);
        clock.Advance(TimeSpan.FromSeconds(60));
        await simulator.SendAsync(template);

        var restriction = Assert.Single(told["restriction_info"]!.AsArray())!;
        Assert.Equal("ACCOUNT_RESTRICTION", (string)told["event"]!);
        Assert.Equal("SPAM", (string)told["violation_info"]!["violation_type"]!);
        Assert.Equal("RESTRICTED_BIZ_INITIATED_MESSAGING", (string)restriction["restriction_type"]!);
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds(), (long)restriction["expiration"]!);
        Assert.Equal("RESTRICTED", (string)number["status"]!);
    }

    [Fact]
    public async Task A_banned_account_sends_nothing_until_it_is_reinstated()
    {
        await using var simulator = await RunningSimulator.StartAsync(new ManualClock());
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");

        await simulator.ControlAsync($"{Account}/update", new { @event = "DISABLED_UPDATE", banState = "DISABLE" });
        var told = await simulator.Business.Value("account_update");
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.Forbidden, 368);
        await simulator.ControlAsync($"{Account}/update", new { @event = "DISABLED_UPDATE", banState = "REINSTATE" });
        await simulator.SendAsync(Bodies.Text(Phone));

        Assert.Equal(
            """{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"October 1, 2026"}}""",
            told.ToJsonString()
        );
    }

    [Fact]
    public async Task A_locked_account_sends_nothing_and_registers_nothing()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");

        await simulator.SetAsync(HttpMethod.Patch, Account, new { locked = true });
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.Forbidden, 131031);
        var (status, reply) = await simulator.CallAsync(
            HttpMethod.Post,
            $"{RunningSimulator.NumberId}/register",
            new { messaging_product = "whatsapp", pin = "123456" }
        );
        await simulator.SetAsync(HttpMethod.Patch, Account, new { locked = false });

        RunningSimulator.AssertRefused(status, reply, HttpStatusCode.Forbidden, 131031);
        await simulator.SendAsync(Bodies.Text(Phone));
    }

    [Fact]
    public async Task An_alert_says_what_it_is_about()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await simulator.ControlAsync(
            $"{Account}/alert",
            new
            {
                type = "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED",
                severity = "WARNING",
                description = "Not yet",
            }
        );
        var told = await simulator.Business.Value("account_alerts");

        Assert.Equal("INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED", (string)told["alert_type"]!);
        Assert.Equal(("WARNING", "Not yet"), ((string)told["alert_severity"]!, (string)told["alert_description"]!));
        Assert.Equal(RunningSimulator.WabaId, (string)told["entity_id"]!);
    }

    [Theory]
    [InlineData(Number + "/quality", "{}", HttpStatusCode.BadRequest)]
    [InlineData(Number + "/quality", """{"event":"FLAGGED","quality":"BLUE"}""", HttpStatusCode.BadRequest)]
    [InlineData(Number + "/name", """{"decision":"MAYBE"}""", HttpStatusCode.BadRequest)]
    [InlineData(Account + "/update", "{}", HttpStatusCode.BadRequest)]
    [InlineData(Account + "/update", """{"event":"X","restrictions":[{"seconds":1}]}""", HttpStatusCode.BadRequest)]
    [InlineData(Account + "/update", """{"event":"X","banState":"MAYBE"}""", HttpStatusCode.BadRequest)]
    [InlineData(Account + "/alert", "{}", HttpStatusCode.BadRequest)]
    [InlineData("numbers/1/quality", """{"event":"FLAGGED"}""", HttpStatusCode.NotFound)]
    [InlineData("accounts/1/update", """{"event":"X"}""", HttpStatusCode.NotFound)]
    public async Task What_can_not_be_decided_is_a_problem_and_tells_nobody(string path, string asked, HttpStatusCode status)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var reply = await simulator.Control.PostAsync(path, new StringContent(asked, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(status, reply.StatusCode);
        Assert.Empty((await simulator.GetControlAsync("webhooks")).AsArray());
    }

    [Fact]
    public async Task What_was_decided_holds_after_a_restart()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.ControlAsync($"{Number}/quality", new { @event = "FLAGGED" });
        await simulator.SetAsync(HttpMethod.Patch, Account, new { locked = true });

        await simulator.RestartAsync();

        Assert.Equal("RED", (string)(await simulator.GetControlAsync(Number))["quality"]!);
        Assert.True((bool)(await simulator.GetControlAsync(Account))["locked"]!);
    }
}
