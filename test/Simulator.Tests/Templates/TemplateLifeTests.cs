using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Templates;

public sealed class TemplateLifeTests
{
    private const string Path = $"{RunningSimulator.WabaId}/message_templates";

    [Fact]
    public async Task A_template_is_pending_and_then_approved_which_a_webhook_tells()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock, "Review:Delay=00:00:10");

        var (_, created) = await simulator.CallAsync(HttpMethod.Post, Path, Bodies.OptIn());
        var id = (string)created["id"]!;
        var pending = await simulator.TemplateWithStatusAsync(id, _ => true);
        clock.Advance(TimeSpan.FromSeconds(10));
        var approved = await simulator.TemplateWithStatusAsync(id, status => status != "PENDING");
        var told = await UpdateOf(simulator, id, "APPROVED");

        Assert.Equal("PENDING", (string)created["status"]!);
        Assert.Equal("PENDING", (string)pending["status"]!);
        Assert.Equal("APPROVED", (string)approved["status"]!);
        Assert.Equal("optin_request", (string)told["message_template_name"]!);
        Assert.Equal("en_US", (string)told["message_template_language"]!);
        Assert.Equal("NONE", (string)told["reason"]!);
    }

    [Fact]
    public async Task A_template_with_a_forbidden_word_is_rejected_with_reason()
    {
        await using var simulator = await RunningSimulator.StartAsync(
            "Review:RejectedWords:0=guaranteed returns",
            "Review:RejectedReason=SCAM"
        );

        var id = await simulator.TemplateAsync(Bodies.OptIn(text: "Hello {{1}}, may we offer Guaranteed Returns to you here?"));
        var rejected = await simulator.TemplateWithStatusAsync(id, status => status == "REJECTED");
        var told = await UpdateOf(simulator, id, "REJECTED");

        Assert.Equal("SCAM", (string)rejected["rejected_reason"]!);
        Assert.Equal("SCAM", (string)told["reason"]!);
        Assert.Contains("guaranteed returns", (string)told["rejection_info"]!["recommendation"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announced_verdict_is_given_once()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var announced = await simulator.Control.PutAsync(
            "templates/verdicts/optin_request",
            System.Net.Http.Json.JsonContent.Create(
                new
                {
                    @event = "REJECTED",
                    reason = "INCORRECT_CATEGORY",
                    recommendation = "Make it MARKETING.",
                }
            )
        );

        var id = await simulator.TemplateAsync(Bodies.OptIn());
        var rejected = await simulator.TemplateWithStatusAsync(id, _ => true);
        await simulator.CallAsync(HttpMethod.Post, id, new { category = "MARKETING" });
        var approved = await simulator.TemplateWithStatusAsync(id, status => status == "APPROVED");

        Assert.Equal(HttpStatusCode.OK, announced.StatusCode);
        Assert.Equal("INCORRECT_CATEGORY", (string)rejected["rejected_reason"]!);
        Assert.Equal("MARKETING", (string)approved["category"]!);
        Assert.Equal("NONE", (string)approved["rejected_reason"]!);
    }

    [Fact]
    public async Task A_verdict_can_be_given_at_any_time()
    {
        await using var simulator = await RunningSimulator.StartAsync("Review:Automatic=false");
        var (_, created) = await simulator.CallAsync(HttpMethod.Post, Path, Bodies.OptIn());
        var id = (string)created["id"]!;

        await simulator.ControlAsync($"templates/{id}/verdict", new { @event = "APPROVED" });
        await UpdateOf(simulator, id, "APPROVED");
        await simulator.ControlAsync($"templates/{id}/verdict", new { @event = "PAUSED" });
        await UpdateOf(simulator, id, "PAUSED");

        Assert.Equal("PAUSED", (string)(await simulator.TemplateWithStatusAsync(id, _ => true))["status"]!);
    }

    [Fact]
    public async Task A_template_under_review_can_not_be_edited()
    {
        await using var simulator = await RunningSimulator.StartAsync("Review:Automatic=false");
        var (_, created) = await simulator.CallAsync(HttpMethod.Post, Path, Bodies.OptIn());

        var (status, body) = await simulator.CallAsync(HttpMethod.Post, (string)created["id"]!, new { category = "MARKETING" });

        Assert.Equal(2388039, (int)RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100)["error_subcode"]!);
    }

    [Fact]
    public async Task An_edited_template_is_reviewed_again()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());

        var (_, edited) = await simulator.CallAsync(
            HttpMethod.Post,
            id,
            new { components = new[] { new { type = "BODY", text = "May we write to you?" } } }
        );
        await Eventually.Get(
            () => Task.FromResult(Updates(simulator, id).Count(update => (string?)update["event"] == "APPROVED") == 2 ? "twice" : null),
            "second approval"
        );
        var template = await simulator.TemplateWithStatusAsync(id, status => status == "APPROVED");

        Assert.True((bool)edited["success"]!);
        Assert.Equal("May we write to you?", (string)Assert.Single(template["components"]!.AsArray())!["text"]!);
    }

    public static TheoryData<string, int?> UnfitTemplates =>
        new()
        {
            { """{"language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello there"}]}""", null },
            { """{"name":"Opt In","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello there"}]}""", null },
            { """{"name":"x","language":"en_US","category":"NEWS","components":[{"type":"BODY","text":"Hello there"}]}""", null },
            { """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"MIDDLE","text":"Hello there"}]}""", null },
            { """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"FOOTER","text":"Hello there"}]}""", 2388072 },
            {
                """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello {{1}} and welcome"}]}""",
                2388072
            },
            {
                """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"{{1}} is welcome here","example":{"body_text":[["A"]]}}]}""",
                2388299
            },
            {
                """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"You are welcome, {{1}}","example":{"body_text":[["A"]]}}]}""",
                2388299
            },
            {
                """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hi {{1}}, {{2}} ok","example":{"body_text":[["A","B"]]}}]}""",
                2388293
            },
            {
                """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"HEADER","format":"TEXT","text":"a\nb"},{"type":"BODY","text":"Hello there"}]}""",
                2388047
            },
            {
                """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello there"},{"type":"FOOTER","text":"for {{1}}"}]}""",
                2388073
            },
            {
                """{"name":"x","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello there"},{"type":"FOOTER","text":"1234567890123456789012345678901234567890123456789012345678901"}]}""",
                2388040
            },
        };

    [Theory, MemberData(nameof(UnfitTemplates))]
    public async Task An_unfit_template_is_refused(string template, int? subcode)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, body) = await simulator.CallAsync(HttpMethod.Post, Path, JsonNode.Parse(template)!);

        Assert.Equal(subcode, (int?)RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100)["error_subcode"]);
    }

    [Fact]
    public async Task A_name_can_be_there_once_in_each_language()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.TemplateAsync(Bodies.OptIn());

        var (status, body) = await simulator.CallAsync(HttpMethod.Post, Path, Bodies.OptIn());

        Assert.Equal(2388024, (int)RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100)["error_subcode"]!);
    }

    [Fact]
    public async Task Templates_are_listed_in_pages_and_by_name()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        string[] names = ["reminder_a", "reminder_b", "reminder_c", "welcome"];
        foreach (var name in names)
            await simulator.CallAsync(HttpMethod.Post, Path, Bodies.OptIn(name));

        List<string> walked = [];
        var next = $"{Path}?name=reminder&limit=2";
        while (next is not null)
        {
            var (_, page) = await simulator.CallAsync(HttpMethod.Get, next);
            walked.AddRange(page["data"]!.AsArray().Select(template => (string)template!["name"]!));
            next = (string?)page["paging"]!["next"];
        }

        Assert.Equal(names[..3], walked);
    }

    [Fact]
    public async Task A_deleted_template_is_gone()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());

        var (_, deleted) = await simulator.CallAsync(HttpMethod.Delete, $"{Path}?name=optin_request");
        var (status, body) = await simulator.CallAsync(HttpMethod.Get, id);

        Assert.True((bool)deleted["success"]!);
        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100);
    }

    private static IEnumerable<JsonNode> Updates(RunningSimulator simulator, string id) =>
        simulator
            .Business.Taken.SelectMany(webhook => webhook.Changes)
            .Where(change => (string?)change["field"] == "message_template_status_update")
            .Select(change => change["value"]!)
            .Where(update => update["message_template_id"]!.ToString() == id);

    private static Task<JsonNode> UpdateOf(RunningSimulator simulator, string id, string verdict) =>
        Eventually.Get(
            () => Task.FromResult(Updates(simulator, id).FirstOrDefault(update => (string?)update["event"] == verdict)),
            $"webhook that template {id} is {verdict}"
        );
}
