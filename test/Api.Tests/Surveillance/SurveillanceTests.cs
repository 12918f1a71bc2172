using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Surveillance;

/// <summary>The review queue and the notices over the API.</summary>
public sealed class SurveillanceTests(SharedProduct shared) : ProductTests(shared)
{
    private static readonly object Policy = new
    {
        schema = 1,
        rules = new[]
        {
            new
            {
                id = "cards",
                name = "Payment cards",
                detectors = new[] { new { type = "CREDIT_CARD" } },
                action = "redact",
                notify = new[] { Cast.Administrator.Person },
                must_match = new[] { new { text = "4012 8888 8888 1881" } },
                must_not_match = new[] { new { text = "None" } },
            },
        },
    };

    [Fact]
    public async Task An_officer_decides_about_what_policy_found_and_whom_the_rule_names_is_told()
    {
        await using var product = await Product.StartAsync();
        var (administrator, officer) = (await product.SignIn(Cast.Administrator), await product.SignIn(Cast.Compliance));
        (await administrator.Put("/api/v1/policy", new { version = (long?)null, policy = Policy })).Is(HttpStatusCode.OK);
        (await product.Simulator().Post("/control/phones", new { number = "+4915100000077", name = "Maria Keller", onWhatsApp = true })).Is(HttpStatusCode.Created);
        (await product.Simulator().Post(
            "/control/phones/+4915100000077/messages", new { text = "It is 4012 8888 8888 1881.", to = Cast.SalesNumber })).Is(HttpStatusCode.OK);

        var queue = await Eventually.Get("the message in the queue", async () =>
            (await officer.Get("/api/v1/reviews")).Is(HttpStatusCode.OK).Json is { } page && (int)page["open"]! == 1 ? page : null);

        var item = Assert.Single(queue["items"]!.AsArray())!;
        Assert.Equal(("redact", "It is [payment card]."), ((string?)item["cause"], (string?)item["message"]!["excerpt"]));
        var places = new[] { (long)item["message"]!["place"]! };
        (await officer.Post("/api/v1/reviews/decisions", new { places, outcome = "escalated", note = "Ask legal." })).Is(HttpStatusCode.NoContent);
        (await officer.Post("/api/v1/reviews/decisions", new { places, outcome = "no_issue" })).Is(HttpStatusCode.NoContent);
        var closed = (await officer.Get("/api/v1/reviews?state=closed&cause=redact&line=sales")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(
            ["escalated Ask legal.", "no_issue "],
            closed["items"]![0]!["decisions"]!.AsArray().Select(decision => $"{(string?)decision!["outcome"]} {(string?)decision["note"]}"));
        Assert.Empty((await officer.Get("/api/v1/reviews?state=closed&person=nora")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());

        var notices = (await administrator.Get("/api/v1/notices")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("1", "Payment cards", "redact"), (notices["unseen"]!.ToString(), (string?)Only(notices)["rule"], (string?)Only(notices)["action"]));
        (await administrator.Post("/api/v1/notices/seen", new { through = (long)Only(notices)["id"]! })).Is(HttpStatusCode.NoContent);
        Assert.Equal("0", (await administrator.Get("/api/v1/notices")).Is(HttpStatusCode.OK).Json["unseen"]!.ToString());
        Assert.Empty((await officer.Get("/api/v1/notices")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("state=lost")]
    [InlineData("cause=dislike")]
    [InlineData("line=a/b")]
    [InlineData("person=a/b")]
    [InlineData("before=-1")]
    [InlineData("limit=0")]
    public async Task A_question_that_makes_no_sense_is_refused(string query) =>
        (await (await As(Cast.Compliance)).Get($"/api/v1/reviews?{query}")).IsProblem(400, "invalid_request");

    [Theory]
    [InlineData("""{"places":[],"outcome":"no_issue"}""")]
    [InlineData("""{"places":[1,1],"outcome":"no_issue"}""")]
    [InlineData("""{"places":[1],"outcome":"fine"}""")]
    [InlineData("""{"places":[1],"outcome":"violation"}""")]
    [InlineData("""{"places":[1],"outcome":"violation","note":"  "}""")]
    [InlineData("""{"places":null,"outcome":"no_issue"}""")]
    [InlineData("""{"places":[1],"outcome":"no_issue","more":1}""")]
    public async Task A_decision_that_makes_no_sense_is_refused(string body) =>
        (await (await As(Cast.Compliance)).Post("/api/v1/reviews/decisions", Json(body))).IsProblem(400, "invalid_request");

    [Fact]
    public async Task There_is_nothing_to_decide_about_a_message_that_is_not_in_the_queue() =>
        (await (await As(Cast.Compliance)).Post("/api/v1/reviews/decisions", new { places = new[] { 999_999L }, outcome = "no_issue" })).IsProblem(404, "not_found");

    [Theory]
    [InlineData("""{"through":-1}""")]
    [InlineData("""{}""")]
    public async Task What_was_seen_is_a_notice(string body) =>
        (await (await As(Cast.Compliance)).Post("/api/v1/notices/seen", Json(body))).IsProblem(400, "invalid_request");

    private static JsonNode Only(JsonNode page) => Assert.Single(page["items"]!.AsArray())!;

    private static System.Text.Json.JsonElement Json(string body) => System.Text.Json.JsonElement.Parse(body);
}
