using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Templates;

/// <summary>What Meta tells of templates after their review.</summary>
public sealed class TemplateNoticeTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task A_template_is_paused_twice_and_then_disabled_and_each_says_so()
    {
        await using var simulator = await RunningSimulator.StartAsync(new ManualClock());
        var id = await simulator.TemplateAsync(Bodies.OptIn());

        foreach (var verdict in (string[])["PAUSED", "REINSTATED", "PAUSED", "DISABLED"])
            await simulator.ControlAsync($"templates/{id}/verdict", new { @event = verdict });
        var disabled = await ToldAsync(simulator, "message_template_status_update", value => (string?)value["event"] == "DISABLED");

        Assert.Equal(
            ["FIRST_PAUSE", "UNPAUSE", "SECOND_PAUSE", "DISABLED"],
            Told(simulator, "message_template_status_update").Select(value => (string?)value["other_info"]?["title"]).OfType<string>()
        );
        Assert.Equal(new ManualClock().GetUtcNow().ToUnixTimeSeconds(), (long)disabled["disable_info"]!["disable_date"]!);
    }

    [Fact]
    public async Task An_archived_template_is_not_sent_until_it_is_taken_out_again()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());
        var message = Bodies.TemplateMessage(Phone, "optin_request", Bodies.Parameters("body", Bodies.TextParameter("Anna")));

        await simulator.ControlAsync($"templates/{id}/verdict", new { @event = "ARCHIVED" });
        await ToldAsync(simulator, "message_template_status_update", value => (string?)value["event"] == "ARCHIVED");
        await simulator.RefusedAsync(message, HttpStatusCode.NotFound, 132001);
        var (_, archived) = await simulator.CallAsync(HttpMethod.Get, id);
        await simulator.ControlAsync($"templates/{id}/verdict", new { @event = "UNARCHIVED" });
        await ToldAsync(simulator, "message_template_status_update", value => (string?)value["event"] == "UNARCHIVED");

        Assert.Equal("ARCHIVED", (string)archived["status"]!);
        await simulator.SendAsync(message);
    }

    [Fact]
    public async Task A_flagged_template_can_still_be_sent()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());

        await simulator.ControlAsync($"templates/{id}/verdict", new { @event = "FLAGGED" });

        await simulator.SendAsync(
            Bodies.TemplateMessage(Phone, "optin_request", Bodies.Parameters("body", Bodies.TextParameter("Anna")))
        );
    }

    [Fact]
    public async Task The_quality_of_a_template_is_told_and_shown()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());

        await simulator.ControlAsync($"templates/{id}/quality", new { score = "YELLOW" });
        var told = await simulator.Business.Value("message_template_quality_update");
        var (_, template) = await simulator.CallAsync(HttpMethod.Get, id);

        Assert.Equal(
            $$"""{"previous_quality_score":"UNKNOWN","new_quality_score":"YELLOW","message_template_id":{{id}},"message_template_name":"optin_request","message_template_language":"en_US"}""",
            told.ToJsonString()
        );
        Assert.Equal("YELLOW", (string)template["quality_score"]!["score"]!);
    }

    [Fact]
    public async Task A_change_of_category_is_announced_and_then_done()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        var id = await simulator.TemplateAsync(Bodies.OptIn());

        await simulator.ControlAsync($"templates/{id}/category", new { category = "MARKETING", seconds = 3600 });
        var announced = await ToldAsync(simulator, "template_category_update", value => value["correct_category"] is not null);
        var (_, before) = await simulator.CallAsync(HttpMethod.Get, id);
        clock.Advance(TimeSpan.FromHours(1));
        var done = await ToldAsync(simulator, "template_category_update", value => value["previous_category"] is not null);
        var (_, after) = await simulator.CallAsync(HttpMethod.Get, id);

        Assert.Equal(("UTILITY", "MARKETING"), ((string)announced["new_category"]!, (string)announced["correct_category"]!));
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds(), (long)announced["category_update_timestamp"]!);
        Assert.Equal("UTILITY", (string)before["category"]!);
        Assert.Equal(("UTILITY", "MARKETING"), ((string)done["previous_category"]!, (string)done["new_category"]!));
        Assert.Equal(("UTILITY", "MARKETING"), ((string)after["previous_category"]!, (string)after["category"]!));
    }

    [Fact]
    public async Task Changed_components_are_told_whoever_changed_them()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());
        var components = JsonNode.Parse(
            """
            [{"type":"HEADER","format":"TEXT","text":"Your bank"},{"type":"BODY","text":"May we write to you here?"},
             {"type":"FOOTER","text":"Recorded"},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"More","url":"https://bank.example/"},{"type":"PHONE_NUMBER","text":"Call","phone_number":"+49"}]}]
            """
        )!;

        await simulator.ControlAsync($"templates/{id}/components", new { components });
        var told = await simulator.Business.Value("message_template_components_update");
        await simulator.CallAsync(
            HttpMethod.Post,
            id,
            new { components = new[] { new { type = "BODY", text = "May we write to you now?" } } }
        );
        await ToldAsync(
            simulator,
            "message_template_components_update",
            value => (string?)value["message_template_element"] == "May we write to you now?"
        );

        Assert.Equal("May we write to you here?", (string)told["message_template_element"]!);
        Assert.Equal(("Your bank", "Recorded"), ((string)told["message_template_title"]!, (string)told["message_template_footer"]!));
        Assert.Equal(
            """[{"message_template_button_type":"URL","message_template_button_text":"More","message_template_button_url":"https://bank.example/"},{"message_template_button_type":"PHONE_NUMBER","message_template_button_text":"Call","message_template_button_phone_number":"\u002B49"}]""",
            told["message_template_buttons"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("quality", """{"score":"BLUE"}""")]
    [InlineData("category", """{"category":"PRIVATE"}""")]
    [InlineData("category", """{"category":"MARKETING","seconds":0}""")]
    [InlineData("components", """{"components":[]}""")]
    [InlineData("components", """{"components":[{"type":"FOOTER","text":"Alone"}]}""")]
    [InlineData("verdict", """{"event":"MAYBE"}""")]
    public async Task What_can_not_become_of_a_template_is_a_problem(string path, string asked)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());

        using var reply = await simulator.Control.PostAsync(
            $"templates/{id}/{path}",
            new StringContent(asked, System.Text.Encoding.UTF8, "application/json")
        );

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    private static IEnumerable<JsonNode> Told(RunningSimulator simulator, string field) =>
        simulator.Business.Taken.SelectMany(webhook => webhook.Changes).Where(change => (string?)change["field"] == field).Select(change => change["value"]!);

    private static Task<JsonNode> ToldAsync(RunningSimulator simulator, string field, Func<JsonNode, bool> wanted) =>
        Eventually.Get(() => Task.FromResult(Told(simulator, field).FirstOrDefault(wanted)), $"change in {field}");
}
