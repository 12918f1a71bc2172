using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Policies;

/// <summary>The organisation's policy over the API.</summary>
public sealed class PolicyTests(SharedProduct shared) : ProductTests(shared)
{
    private static readonly object Rule = new
    {
        id = "cards",
        name = "Payment cards",
        detectors = new[] { new { type = "CREDIT_CARD" } },
        people = new[] { "nobody" },
        action = "redact",
        must_match = new[] { new { text = "4012 8888 8888 1881" } },
        must_not_match = new[] { new { text = "None" } },
    };

    [Fact]
    public async Task A_policy_is_put_in_force_by_version_and_who_did_it_is_recorded()
    {
        await using var product = await Product.StartAsync();
        var (administrator, officer) = (await product.SignIn(Cast.Administrator), await product.SignIn(Cast.Compliance));
        Assert.Null((string?)(await administrator.Get("/api/v1/policy")).Is(HttpStatusCode.OK).Json["version"]);

        (await administrator.Put("/api/v1/policy", new { version = (long?)null, policy = new { schema = 1, rules = new[] { Rule } } })).Is(HttpStatusCode.OK);

        var policy = (await officer.Get("/api/v1/policy")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("1", "cards"), (policy["version"]!.ToString(), (string?)policy["policy"]!["rules"]![0]!["id"]));
        var act = (await officer.Get("/api/v1/audit")).Is(HttpStatusCode.OK).Json["items"]![0]!;
        Assert.Equal(("policy_changed", Cast.Administrator.Person), ((string?)act["type"], (string?)act["person"]));
        (await administrator.Put("/api/v1/policy", new { version = (long?)null, policy = new { schema = 1 } })).IsProblem(400, "invalid_request");
    }

    [Theory]
    [InlineData("""{"policy":{"schema":1,"rules":[{"id":"a","name":"A","action":"burn"}]}}""", "$.rules[0].action")]
    [InlineData("""{"policy":{"schema":1,"rules":[{"id":"a","name":"A","action":"flag"}]}}""", "looks for nothing")]
    [InlineData("""{"policy":5}""", "$")]
    public async Task What_is_wrong_with_a_policy_is_said_and_nothing_is_saved(string body, string said)
    {
        var administrator = await As(Cast.Administrator);
        var before = (await administrator.Get("/api/v1/policy")).Is(HttpStatusCode.OK).Text;

        var problems = (await administrator.Post("/api/v1/policy/check", Json(body))).Is(HttpStatusCode.OK).Json["problems"]!.AsArray();
        (await administrator.Put("/api/v1/policy", Json(body))).IsProblem(400, "invalid_request");

        Assert.Contains(problems, problem => ((string)problem!).Contains(said, StringComparison.Ordinal));
        Assert.Equal(before, (await administrator.Get("/api/v1/policy")).Is(HttpStatusCode.OK).Text);
    }

    [Fact]
    public async Task A_text_is_tried_with_a_policy_that_is_not_saved()
    {
        var trial = (await (await As(Cast.Administrator)).Post(
            "/api/v1/policy/try",
            new { text = "It is 4012 8888 8888 1881.", person = "nobody", policy = new { schema = 1, rules = new[] { Rule } } })).Is(HttpStatusCode.OK).Json;

        Assert.Equal(("redact", "It is [payment card]."), ((string?)trial["action"], (string?)trial["text"]));
        Assert.Equal("Payment cards", (string?)trial["findings"]![0]!["name"]);
    }

    [Fact]
    public async Task A_dry_run_counts_for_administrators_and_shows_samples_to_officers()
    {
        var contact = await ContactWhoWrote();
        Assert.NotNull(contact.Id);
        var order = new { messages = 100, policy = new { schema = 1, rules = new[] { Anything } } };

        var counted = await Eventually.Get("a message in the archive", async () =>
            (await (await As(Cast.Administrator)).Post("/api/v1/policy/dry-run", order)).Is(HttpStatusCode.OK).Json is { } json && (int)json["flagged"]! > 0 ? json : null);
        var shown = (await (await As(Cast.Compliance)).Post("/api/v1/policy/dry-run", order)).Is(HttpStatusCode.OK).Json;

        Assert.Empty(counted["rules"]![0]!["samples"]!.AsArray());
        Assert.NotEmpty(shown["rules"]![0]!["samples"]!.AsArray());
        Assert.Contains(
            "looks for nothing",
            (string?)(await (await As(Cast.Administrator)).Post(
                "/api/v1/policy/dry-run", Json("""{"policy":{"schema":1,"rules":[{"id":"a","name":"A","action":"flag"}]}}"""))).Is(HttpStatusCode.OK).Json["problems"]![0],
            StringComparison.Ordinal);
        (await (await As(Cast.Administrator)).Post("/api/v1/policy/dry-run", new { messages = 0 })).IsProblem(400, "invalid_request");
        (await (await As(Cast.Ann)).Post("/api/v1/policy/dry-run", order)).IsProblem(403, "forbidden");
    }

    private static readonly object Anything = new
    {
        id = "letters",
        name = "Letters",
        expressions = new[] { new { name = "a letter", pattern = "[a-zA-Z]{2}" } },
        action = "flag",
        must_match = new[] { new { text = "letters" } },
        must_not_match = new[] { new { text = "1 2 3" } },
    };

    private static System.Text.Json.JsonElement Json(string body) => System.Text.Json.JsonElement.Parse(body);
}
